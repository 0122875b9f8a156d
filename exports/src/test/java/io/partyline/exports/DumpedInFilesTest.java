package io.partyline.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.files.WavHead;
import io.partyline.port.Journal;
import io.partyline.port.StemRecorder;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Channel;
import io.partyline.show.EndedBy;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Speaker;
import io.partyline.stems.StemFile;
import io.partyline.stems.WavStemRecorder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A caller says a name on the air, and the host dumps three seconds of it.
class DumpedInFilesTest {
    private static final ShowId ID = new ShowId("show-2026-05-01-200000-000");
    private static final Instant OPENED = Instant.parse("2026-05-01T20:00:00Z");
    private static final CallId DAVE = new CallId("CA000000000000000000000000000001");
    private static final LocalDateTime BEGUN = LocalDateTime.of(2026, 5, 1, 20, 0);
    private static final List<Journal.Entry> SHOW = entries();

    private static List<Journal.Entry> entries() {
        var events = new ArrayList<Event>();
        events.add(new ShowEvent.ShowOpened(ID, ShowRules.DEFAULT, Set.of(), at(0)));
        events.add(new CallEvent.CallRang(DAVE, new CallerNumber("0101", "print"), at(1)));
        events.add(new CallEvent.LegOpened(DAVE, at(2)));
        events.add(new CallEvent.CallHeld(DAVE, at(2), at(2)));
        events.add(new CallEvent.CallTaken(DAVE, new Channel(3), at(20)));
        events.add(new CallEvent.CallAired(DAVE, where(20), at(20)));
        events.add(said("Good evening.", 22));
        events.add(
                new ShowEvent.ProgramDumped(29 * 48_000, 32 * 48_000, 3 * 48_000, false, at(32)));
        events.add(said("His name is Miller.", 30));
        events.add(said("Sorry.", 40));
        events.add(new CallEvent.CallEnded(DAVE, EndedBy.HOST, where(60), at(60)));
        events.add(new ShowEvent.ShowClosed(at(70)));
        var numbered = new ArrayList<Journal.Entry>();
        events.forEach(event -> numbered.add(new Journal.Entry(1 + numbered.size(), event)));
        return List.copyOf(numbered);
    }

    private static Event said(String text, long second) {
        return new FloorEvent.UtteranceSpoken(
                new Speaker.RealCaller(DAVE, "Caller #1"),
                text,
                second * 48_000,
                at(second),
                at(second + 1));
    }

    private static Optional<Long> where(long second) {
        return Optional.of(second * 48_000);
    }

    private static Instant at(long second) {
        return OPENED.plusSeconds(second);
    }

    private static String text(String format) throws IOException {
        return text(format, List.of());
    }

    private static String text(String format, List<RecordedStem> stems) throws IOException {
        return new String(bytes(format, stems), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String format, List<RecordedStem> stems) throws IOException {
        var out = new ByteArrayOutputStream();
        new ShowExports(_ -> SHOW, _ -> stems)
                .export(ID, format)
                .orElseThrow()
                .content()
                .writeTo(out);
        return out.toByteArray();
    }

    @Test
    void whatWasDumpedIsInNothingThatListenersRead() throws IOException {
        for (String format : List.of("json", "txt", "vtt", "srt", "notes", "chapters", "log")) {
            assertThat(text(format)).as(format).doesNotContain("Miller");
        }
    }

    @Test
    void whatComesBehindItIsEarlierByAsMuch() throws IOException {
        assertThat(text("vtt")).contains("00:00:37.000 --> ", "Sorry.");
        assertThat(text("json")).contains("\"startTime\" : 22.0", "\"startTime\" : 37.0");
        assertThat(text("txt")).contains("[0:37] Caller #1: Sorry.");
        assertThat(text("chapters")).contains("\"endTime\" : 57.0");
        assertThat(text("ffmetadata")).contains("END=57000");
    }

    @Test
    void whatLiesOverTheStemsKeepsItsTimesAndMarksIt() throws IOException {
        assertThat(text("labels"))
                .isEqualTo("20.000000\t60.000000\tCaller #1\n29.000000\t32.000000\tDUMPED\n");
        assertThat(text("rpp"))
                .contains("MARKER 2 29.000000 \"DUMPED\" 1", "MARKER 2 32.000000 \"\" 1");
    }

    @Test
    void notesAndLogSayWhereSomethingIsMissing() throws IOException {
        assertThat(text("notes")).endsWith("\n## Left out\n\n- 0:29, 3.0 s long\n");
        assertThat(text("log"))
                .contains(
                        "DUMPED: 0:29 to 0:32 is left out, and listeners did not hear 3.0 s of it.",
                        "Caller #1: \"[dumped]\"",
                        "Caller #1: \"Sorry.\"");
    }

    @Test
    void aClipLeavesItOutAndItsWordsFallWhereTheyAreSaidInIt(@TempDir Path data)
            throws IOException {
        byte[] bundle = bytes("bundle", List.of(mix(data)));
        byte[] clip = bytes(bundle, "clips/call-01_Caller-1.wav");
        assertThat(clip).hasSize(WavHead.SIZE + (37 * 48_000 + 14_400) * WavHead.BYTES);
        assertThat(WavHead.read(ByteBuffer.wrap(clip)).orElseThrow().begun())
                .isEqualTo(BEGUN.plusSeconds(20));
        assertThat(entry(bundle, "clips/call-01_Caller-1.json"))
                .contains("\"length\" : 37.0", "\"startTime\" : 2.0", "\"startTime\" : 17.0")
                .doesNotContain("Miller");
    }

    /// The mix is 0.1 throughout, but for what was dumped.
    private static RecordedStem mix(Path data) throws IOException {
        var recorder = new WavStemRecorder(data, () -> BEGUN);
        try (StemRecorder.Stem stem = recorder.open(ID, "00_Mix")) {
            var second = new float[48_000];
            for (int at = 0; at < 70; at++) {
                Arrays.fill(second, at >= 29 && at < 32 ? 0.5f : 0.1f);
                stem.write(at * 48_000L, second, second.length);
            }
        }
        recorder.close();
        StemFile mix = StemFile.in(WavStemRecorder.stems(data, ID)).getFirst();
        return new RecordedStem("00_Mix", "00_Mix.wav", mix.samples(), mix::copy);
    }

    /// The published mix is shorter by exactly the seconds that were dumped; the stem keeps them.
    @Test
    void thePublishedMixIsWithoutItAndTheStemIsNot(@TempDir Path data) throws IOException {
        RecordedStem mix = mix(data);
        byte[] published = bytes("mix", List.of(mix));
        assertThat(published).hasSize(WavHead.SIZE + 67 * 48_000 * WavHead.BYTES);
        assertThat(StemFile.in(WavStemRecorder.stems(data, ID)).getFirst().samples())
                .isEqualTo(70 * 48_000);
    }

    private static String entry(byte[] zip, String name) throws IOException {
        return new String(bytes(zip, name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(byte[] zip, String name) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
                if (next.getName().endsWith("/" + name)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new AssertionError(name + " is not in the bundle");
    }
}
