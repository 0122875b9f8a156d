package io.partyline.exports;

import io.partyline.audio.Frames;
import io.partyline.exports.ShowFile.Aired;
import io.partyline.show.AiVoice;
import io.partyline.show.Cuts;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The show in Markdown, for a web page or an e-mail: who called, when, and about what.
final class Notes {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private Notes() {}

    static String markdown(ShowFile show) {
        List<Aired> calls = show.aired();
        return "# Show of %s\n\n%s long, %s.%s\n\n## Calls\n\n%s\n%s## Chapters\n\n%s%s"
                .formatted(
                        DAY.format(show.show().openedAt()),
                        Clock.plain(show.length()),
                        count(calls),
                        show.aiVoices() ? " " + AiVoice.IN_IT : "",
                        calls.stream().map(Notes::call).collect(Collectors.joining()),
                        marked(show),
                        Chapters.youtube(show)
                                .lines()
                                .map(Notes::row)
                                .collect(Collectors.joining()),
                        left(show.left()));
    }

    /// For whoever cuts the show, where something is missing in what is published.
    private static String left(Cuts cuts) {
        return cuts.isEmpty()
                ? ""
                : "\n## Left out\n\n"
                        + cuts.all().stream()
                                .map(cut ->
                                        String.format(
                                                Locale.ROOT,
                                                "- %s, %.1f s long\n",
                                                Clock.plain(
                                                        ShowFile.at(cuts.published(cut.from()))),
                                                cut.length() / (double) Frames.RATE))
                                .collect(Collectors.joining());
    }

    private static String marked(ShowFile show) {
        String marks = show.marked().stream().map(Notes::mark).collect(Collectors.joining());
        return marks.isEmpty() ? "" : "## Marked by the host\n\n" + marks + "\n";
    }

    private static String mark(ShowFile.Mark mark) {
        return "- %s %s\n".formatted(Clock.plain(mark.at()), escaped(mark.what()));
    }

    private static String count(List<Aired> calls) {
        List<Aired> first = calls.stream().filter(call -> !call.again()).toList();
        long real = first.stream().filter(Aired::real).count();
        return "%s on the telephone and %s on the air"
                .formatted(many(real, "caller"), many(first.size() - real, "AI caller"));
    }

    private static String many(long count, String what) {
        return "%s %s%s".formatted(count, what, count == 1 ? "" : "s");
    }

    private static String call(Aired call) {
        String head =
                "- **%s %s** (%s, %s)"
                        .formatted(
                                Clock.plain(call.start()),
                                escaped(call.unmarkedTitle()),
                                call.real() ? "on the telephone" : "AI caller",
                                Clock.plain(call.length()));
        boolean told = call.summary().isEmpty() || call.again();
        String summary = told ? "\n" : "  \n  " + escaped(call.summary()) + "\n";
        return head
                + summary
                + call.marks().stream()
                        .map(mark ->
                                "  - %s %s\n"
                                        .formatted(Clock.plain(mark.at()), escaped(mark.what())))
                        .collect(Collectors.joining());
    }

    private static String row(String line) {
        return "- " + escaped(line) + "\n";
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }
}
