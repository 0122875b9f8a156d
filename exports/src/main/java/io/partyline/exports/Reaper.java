package io.partyline.exports;

import io.partyline.audio.Frames;
import io.partyline.exports.ShowFile.Aired;
import io.partyline.show.Cuts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A Reaper project: the stems in place, one a track, and a region for each visit. It belongs
/// beside the folder with the stems.
final class Reaper {
    /// The mix, and the host as they recorded themselves, are there to choose from, and would
    /// double what the other stems have.
    private static final Set<String> SILENT_AT_FIRST = Set.of(ShowExports.MIX, "01_Host-Local");

    private Reaper() {}

    static String project(ShowFile show) throws IOException {
        List<Aired> calls = show.aired();
        return "<REAPER_PROJECT 0.1 \"6.0\" 0\n  SAMPLERATE 48000 1 0\n"
                + IntStream.range(0, calls.size())
                        .mapToObj(i -> region(i + 1, calls.get(i)))
                        .collect(Collectors.joining())
                + dumped(show, calls.size())
                + marks(calls.size() + show.dumped().all().size() + 1, show.marked())
                + show.stems().stream().map(Reaper::track).collect(Collectors.joining())
                + ">\n";
    }

    /// The parts that were taken back, as regions too, numbered behind the visits.
    private static String dumped(ShowFile show, int visits) {
        List<Cuts.Cut> cuts = show.dumped().all();
        return IntStream.range(0, cuts.size())
                .mapToObj(i ->
                        region(
                                visits + i + 1,
                                ShowFile.at(cuts.get(i).from()),
                                ShowFile.at(cuts.get(i).to()),
                                Chapters.DUMPED))
                .collect(Collectors.joining());
    }

    private static String region(int number, Aired call) {
        return region(number, call.start(), call.end(), call.title());
    }

    /// A region is a pair of markers of one number.
    private static String region(int number, Duration from, Duration to, String title) {
        return "  MARKER %s %s %s 1\n  MARKER %s %s \"\" 1\n"
                .formatted(number, Clock.decimals(from), quoted(title), number, Clock.decimals(to));
    }

    /// What the host marked: points, numbered behind the regions.
    private static String marks(int first, List<ShowFile.Mark> marks) {
        return IntStream.range(0, marks.size())
                .mapToObj(i ->
                        "  MARKER %s %s %s 0\n"
                                .formatted(
                                        first + i,
                                        Clock.decimals(marks.get(i).at()),
                                        quoted(marks.get(i).what())))
                .collect(Collectors.joining());
    }

    private static String track(RecordedStem stem) {
        return """
          <TRACK
            NAME %s
            MUTESOLO %s 0 0
            <ITEM
              POSITION 0
              LENGTH %s
              NAME %s
              <SOURCE WAVE
                FILE %s
              >
            >
          >
        """
                .formatted(
                        quoted(stem.name()),
                        SILENT_AT_FIRST.contains(stem.name()) ? 1 : 0,
                        String.format(Locale.ROOT, "%.9f", stem.samples() / (double) Frames.RATE),
                        quoted(stem.name()),
                        quoted(ShowExports.STEMS + stem.fileName()));
    }

    /// The form has no way to write a quotation mark inside a quotation.
    private static String quoted(String text) {
        return '"' + text.replace('"', '\'') + '"';
    }
}
