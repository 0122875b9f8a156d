package io.partyline.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Journal;
import io.partyline.show.ShowEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the host marked, and where the recording was paused, is found again in the files.
class MarksInFilesTest {
    private static final Instant OPENED = Instant.parse("2026-05-01T20:00:00Z");

    private static String text(String format) throws IOException {
        var events = new ArrayList<>(FridayShow.entries());
        events.add(
                entry(
                        new ShowEvent.MomentMarked(
                                "the *boat*, ５５５, ٠١٠, oh one, four two", 48_000L * 90, at(90))));
        events.add(entry(new ShowEvent.MomentMarked("", 48_000L * 95, at(95))));
        events.add(entry(new ShowEvent.RecordingSet(false, 48_000L * 96, at(96))));
        events.add(entry(new ShowEvent.RecordingSet(true, 48_000L * 97, at(97))));
        List<Journal.Entry> show =
                new ArrayList<>(events)
                        .stream()
                                .map(entry ->
                                        new Journal.Entry(7 + events.indexOf(entry), entry.event()))
                                .toList();
        var out = new ByteArrayOutputStream();
        new ShowExports(_ -> show, _ -> List.of())
                .export(FridayShow.ID, format)
                .orElseThrow()
                .content()
                .writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Journal.Entry entry(ShowEvent event) {
        return new Journal.Entry(1, event);
    }

    private static Instant at(long second) {
        return OPENED.plusSeconds(second);
    }

    @Test
    void audacityGetsThemAsPointsBetweenTheVisits() throws IOException {
        assertThat(text("labels").lines())
                .containsSequence(
                        "90.000000\t90.000000\tthe *boat*, [number]", "95.000000\t95.000000\tMark");
    }

    @Test
    void theProjectHasAMarkerForEach() throws IOException {
        assertThat(text("rpp"))
                .contains("90.000000 \"the *boat*, [number]\" 0\n", "95.000000 \"Mark\" 0\n");
    }

    @Test
    void theNotesListThem() throws IOException {
        assertThat(text("notes"))
                .contains(
                        "## Marked by the host\n\n- 1:30 the \\*boat\\*, \\[number\\]\n- 1:35 Mark\n\n##");
    }

    @Test
    void aNumberInOtherFiguresAndWordsIsInNone() throws IOException {
        for (String format : List.of("labels", "rpp", "notes", "log", "events")) {
            assertThat(text(format)).as(format).doesNotContain("５５５", "٠١٠", "four two");
        }
    }

    @Test
    void theLogHasThemAndThePauses() throws IOException {
        assertThat(text("log"))
                .contains("Marked: the *boat*", "Marked.\n", "The recording is paused.")
                .contains("The recording goes on.");
    }
}
