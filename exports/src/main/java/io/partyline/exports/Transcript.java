package io.partyline.exports;

import io.partyline.exports.ShowFile.Aired;
import io.partyline.exports.ShowFile.Said;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What was said in a show, with who said it and when.
final class Transcript {
    /// The width that Podcasting 2.0 asks of SRT.
    private static final int SRT_WIDTH = 32;

    /// The width that Podcasting 2.0 advises for WebVTT.
    private static final int VTT_WIDTH = 65;

    /// One stretch of speech, in the words of Podcasting 2.0.
    record Segment(String speaker, String role, double startTime, double endTime, String body) {
        /// @param zero what the times count from
        static Segment of(Said said, Duration zero) {
            return new Segment(
                    said.name(),
                    said.role(),
                    Clock.seconds(said.start().minus(zero)),
                    Clock.seconds(said.end().minus(zero)),
                    said.text());
        }
    }

    private record Segments(String version, List<Segment> segments) {}

    private Transcript() {}

    /// The transcript form of Podcasting 2.0.
    static String json(ShowFile show) {
        List<Segment> all = show.said().stream().map(s -> Segment.of(s, Duration.ZERO)).toList();
        return Json.text(new Segments("1.0.0", all));
    }

    /// A line for each stretch of speech, under a heading wherever somebody has come on the air.
    static String txt(ShowFile show) {
        var text = new StringBuilder();
        var visits = new ArrayDeque<>(show.aired());
        for (Said said : show.said()) {
            while (!visits.isEmpty() && visits.getFirst().start().compareTo(said.start()) <= 0) {
                text.append(heading(visits.removeFirst()));
            }
            text.append(line(said));
        }
        visits.forEach(silent -> text.append(heading(silent)));
        return text.toString();
    }

    private static String heading(Aired visit) {
        return "\n== %s %s ==\n".formatted(Clock.plain(visit.start()), visit.title());
    }

    private static String line(Said said) {
        return "[%s] %s: %s\n".formatted(Clock.plain(said.start()), said.label(), said.text());
    }

    /// WebVTT with a voice for each speaker.
    static String vtt(ShowFile show) {
        return "WEBVTT\n"
                + show.said().stream().flatMap(Transcript::cues).collect(Collectors.joining());
    }

    private static Stream<String> cues(Said said) {
        return Card.of(said.text(), said.start(), said.end(), VTT_WIDTH).stream()
                .map(card ->
                        "\n%s\n<v %s>%s\n"
                                .formatted(
                                        span(card, '.'),
                                        escaped(said.label()),
                                        escaped(String.join("\n", card.lines()))));
    }

    /// Cards with the speaker's name before the first of what they say.
    static String srt(ShowFile show) {
        List<Card> cards =
                show.said().stream()
                        .flatMap(said ->
                                Card.of(
                                        said.label() + ": " + said.text(),
                                        said.start(),
                                        said.end(),
                                        SRT_WIDTH)
                                        .stream())
                        .toList();
        return IntStream.range(0, cards.size())
                .mapToObj(i -> (i + 1) + "\n" + span(cards.get(i), ',') + "\n" + srt(cards.get(i)))
                .collect(Collectors.joining("\n"));
    }

    /// The arrow would be read as a time.
    private static String srt(Card card) {
        return String.join("\n", card.lines()).replace("-->", "→") + "\n";
    }

    private static String span(Card card, char mark) {
        return Clock.stamp(card.start(), mark) + " --> " + Clock.stamp(card.end(), mark);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
