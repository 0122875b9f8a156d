package io.partyline.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.partyline.show.Utterance;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What was said in a show, with who said it and when.
final class Transcript {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Transcript() {}

    /// The transcript form of Podcasting 2.0.
    static String json(ShowFile show) {
        List<Utterance> said = show.said();
        var segments =
                IntStream.range(0, said.size())
                        .mapToObj(i ->
                                Map.of(
                                        "speaker", said.get(i).speaker().name(),
                                        "role", said.get(i).speaker().role(),
                                        "startTime", Clock.seconds(ShowFile.time(said.get(i))),
                                        "endTime", Clock.seconds(ShowFile.end(said, i)),
                                        "body", said.get(i).text()))
                        .toList();
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Map.of("version", "1.0.0", "segments", segments));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text could not be written as JSON", e);
        }
    }

    static String txt(ShowFile show) {
        return show.said().stream()
                .map(said -> "[%s] %s: %s\n".formatted(at(said), said.speaker().name(), line(said)))
                .collect(Collectors.joining());
    }

    /// WebVTT with a voice for each speaker.
    static String vtt(ShowFile show) {
        List<Utterance> said = show.said();
        return "WEBVTT\n"
                + IntStream.range(0, said.size())
                        .mapToObj(i -> "\n" + span(said, i, '.') + "\n" + voice(said.get(i)) + "\n")
                        .collect(Collectors.joining());
    }

    static String srt(ShowFile show) {
        List<Utterance> said = show.said();
        return IntStream.range(0, said.size())
                .mapToObj(i ->
                        "%d\n%s\n%s: %s\n"
                                .formatted(
                                        i + 1,
                                        span(said, i, ','),
                                        said.get(i).speaker().name(),
                                        line(said.get(i)).replace("-->", "→")))
                .collect(Collectors.joining("\n"));
    }

    private static String at(Utterance said) {
        return Clock.plain(ShowFile.time(said));
    }

    private static String span(List<Utterance> said, int index, char mark) {
        return Clock.stamp(ShowFile.time(said.get(index)), mark)
                + " --> "
                + Clock.stamp(ShowFile.end(said, index), mark);
    }

    private static String voice(Utterance said) {
        return "<v %s>%s".formatted(escaped(said.speaker().name()), escaped(line(said)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String line(Utterance said) {
        return said.text().replaceAll("\\s+", " ");
    }
}
