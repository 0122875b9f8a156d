package io.partyline.exports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.partyline.exports.ShowFile.Aired;
import io.partyline.show.AiVoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A chapter for the opening, and one for each stretch of a call on the air. A chapter ends where
/// the next begins, though two callers may have been on at once.
final class Chapters {
    private static final String OPENING = "Opening";

    /// What a part that was taken back is called where it can still be heard. Chapters don't name
    /// it: they are for listeners, to whom it was never said.
    static final String DUMPED = "DUMPED";

    /// YouTube takes no chapter that is shorter.
    private static final Duration SHORTEST_ON_YOUTUBE = Duration.ofSeconds(10);

    private record Chapter(Duration start, Duration end, String title) {}

    private record Written(double startTime, double endTime, String title) {}

    /// @param description left out if there is nothing to say
    private record WrittenList(
            String version,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String description,
            List<Written> chapters) {}

    private Chapters() {}

    /// The chapters form of Podcasting 2.0.
    static String json(ShowFile show) {
        List<Written> chapters =
                of(show).stream()
                        .map(c ->
                                new Written(
                                        Clock.seconds(c.start()),
                                        Clock.seconds(c.end()),
                                        c.title()))
                        .toList();
        return Json.text(new WrittenList("1.2.0", show.aiVoices() ? AiVoice.IN_IT : "", chapters));
    }

    /// What ffmpeg reads chapters from.
    static String ffmetadata(ShowFile show) {
        return ";FFMETADATA1\n"
                + (show.aiVoices() ? "comment=" + AiVoice.IN_IT + "\n" : "")
                + of(show).stream()
                        .map(c ->
                                "[CHAPTER]\nTIMEBASE=1/1000\nSTART=%s\nEND=%s\ntitle=%s\n"
                                        .formatted(
                                                c.start().toMillis(),
                                                c.end().toMillis(),
                                                c.title().replaceAll("([=;#\\\\])", "\\\\$1")))
                        .collect(Collectors.joining());
    }

    /// What YouTube makes chapters of, in a video's description: the first at 0:00, each ten
    /// seconds or longer.
    static String youtube(ShowFile show) {
        var rows = new ArrayList<Chapter>();
        for (Chapter chapter : of(show)) {
            if (rows.isEmpty() || longEnough(rows.getLast(), chapter)) {
                rows.add(chapter);
            } else if (rows.getLast().title().equals(OPENING)) {
                rows.add(new Chapter(rows.removeLast().start(), chapter.end(), chapter.title()));
            }
        }
        return rows.stream()
                .map(row -> Clock.plain(row.start()) + " " + row.title() + "\n")
                .collect(Collectors.joining());
    }

    private static boolean longEnough(Chapter chapter, Chapter next) {
        return next.start().minus(chapter.start()).compareTo(SHORTEST_ON_YOUTUBE) >= 0;
    }

    /// Labels for Audacity: start, end and text of each visit, with tabs between, and of each part
    /// that was dumped; what the host marked is a point.
    static String labels(ShowFile show) {
        Stream<Chapter> visits =
                show.aired().stream()
                        .map(call -> new Chapter(call.start(), call.end(), call.title()));
        Stream<Chapter> marks =
                show.marked().stream().map(mark -> new Chapter(mark.at(), mark.at(), mark.what()));
        Stream<Chapter> cuts =
                show.dumped().all().stream()
                        .map(cut ->
                                new Chapter(
                                        ShowFile.at(cut.from()), ShowFile.at(cut.to()), DUMPED));
        return Stream.of(visits, marks, cuts)
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(Chapter::start))
                .map(label ->
                        "%s\t%s\t%s\n"
                                .formatted(
                                        Clock.decimals(label.start()),
                                        Clock.decimals(label.end()),
                                        label.title()))
                .collect(Collectors.joining());
    }

    private static List<Chapter> of(ShowFile show) {
        List<Aired> calls = show.aired();
        var chapters = new ArrayList<Chapter>();
        Duration first = calls.isEmpty() ? show.length() : calls.getFirst().start();
        chapters.add(new Chapter(Duration.ZERO, first, OPENING));
        for (int i = 0; i < calls.size(); i++) {
            Aired call = calls.get(i);
            Duration next = i + 1 < calls.size() ? calls.get(i + 1).start() : call.end();
            chapters.add(new Chapter(call.start(), earlier(call.end(), next), call.title()));
        }
        chapters.removeIf(chapter -> chapter.start().equals(chapter.end()));
        return chapters;
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
