package io.partyline.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.partyline.show.CallRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A chapter for the opening, and one for each call that was on the air.
final class Chapters {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Chapter(Duration start, Duration end, String title) {}

    private Chapters() {}

    /// The chapters form of Podcasting 2.0.
    static String json(ShowFile show) {
        var chapters =
                of(show).stream()
                        .map(c ->
                                Map.of(
                                        "startTime", Clock.seconds(c.start()),
                                        "endTime", Clock.seconds(c.end()),
                                        "title", c.title()))
                        .toList();
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Map.of("version", "1.2.0", "chapters", chapters));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text could not be written as JSON", e);
        }
    }

    /// What ffmpeg reads chapters from.
    static String ffmetadata(ShowFile show) {
        return ";FFMETADATA1\n"
                + of(show).stream()
                        .map(c ->
                                "[CHAPTER]\nTIMEBASE=1/1000\nSTART=%d\nEND=%d\ntitle=%s\n"
                                        .formatted(
                                                c.start().toMillis(),
                                                c.end().toMillis(),
                                                c.title().replaceAll("([=;#\\\\\n])", "\\\\$1")))
                        .collect(Collectors.joining());
    }

    /// Labels for Audacity: start, end and text, with tabs between.
    static String labels(ShowFile show) {
        return of(show).stream()
                .map(c ->
                        "%.6f\t%.6f\t%s\n"
                                .formatted(
                                        Clock.seconds(c.start()),
                                        Clock.seconds(c.end()),
                                        c.title().replaceAll("\\s+", " ")))
                .collect(Collectors.joining());
    }

    private static List<Chapter> of(ShowFile show) {
        List<CallRecord> calls = show.aired();
        var chapters = new ArrayList<Chapter>();
        Duration first = calls.isEmpty() ? show.length() : start(show, calls.getFirst());
        if (!first.isZero()) {
            chapters.add(new Chapter(Duration.ZERO, first, "Opening"));
        }
        for (CallRecord call : calls) {
            chapters.add(new Chapter(start(show, call), show.since(call.ended()), title(call)));
        }
        return chapters;
    }

    private static Duration start(ShowFile show, CallRecord call) {
        return show.since(call.call().instants().aired().orElseThrow());
    }

    private static String title(CallRecord call) {
        String topic = call.summary().map(s -> s.topic()).orElse("");
        return topic.isBlank() ? call.caller().name() : call.caller().name() + ": " + topic;
    }
}
