package io.partyline.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.files.WavHead;
import io.partyline.port.Journal;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Channel;
import io.partyline.show.Cuts;
import io.partyline.show.EndedBy;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Speaker;
import io.partyline.show.Summary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/// A caller is taken, put back and taken again; in between somebody else is on the air.
class VisitsInFilesTest {
    private static final LocalDateTime BEGUN = LocalDateTime.of(2026, 5, 1, 20, 0);
    private static final ShowId ID = new ShowId("show-2026-05-01-200000-000");
    private static final Instant OPENED = Instant.parse("2026-05-01T20:00:00Z");
    private static final CallId DAVE = new CallId("CA000000000000000000000000000001");
    private static final CallId JAS = new CallId("CA000000000000000000000000000002");
    private static final Channel THREE = new Channel(3);
    private static final List<Journal.Entry> SHOW = entries();

    private static List<Journal.Entry> entries() {
        var events = new ArrayList<Event>();
        events.add(new ShowEvent.ShowOpened(ID, ShowRules.DEFAULT, Set.of(), at(0)));
        rings(DAVE, "0101", events);
        rings(JAS, "0102", events);
        aired(DAVE, 60, events);
        events.add(said(DAVE, "Caller #1", "It is about bees.", 65));
        events.add(new CallEvent.CallHeld(DAVE, at(100), where(100), at(100)));
        aired(JAS, 110, events);
        events.add(said(JAS, "Caller #2", "Wasps, if you ask me.", 115));
        ended(JAS, 170, events);
        aired(DAVE, 200, events);
        events.add(said(DAVE, "Caller #1", "Bees, I said.", 205));
        ended(DAVE, 260, events);
        events.add(
                new CallEvent.SummaryWritten(
                        DAVE, new Summary("Keeps bees.", "bees", Summary.Source.MODEL), at(265)));
        events.add(new ShowEvent.ShowClosed(at(300)));
        var numbered = new ArrayList<Journal.Entry>();
        events.forEach(event -> numbered.add(new Journal.Entry(1 + numbered.size(), event)));
        return List.copyOf(numbered);
    }

    private static void rings(CallId call, String number, List<Event> events) {
        events.add(new CallEvent.CallRang(call, new CallerNumber(number, "print"), at(5)));
        events.add(new CallEvent.LegOpened(call, at(6)));
        events.add(new CallEvent.CallHeld(call, at(6), at(6)));
    }

    private static void aired(CallId call, long second, List<Event> events) {
        events.add(new CallEvent.CallTaken(call, THREE, at(second)));
        events.add(new CallEvent.CallAired(call, where(second), at(second)));
    }

    private static void ended(CallId call, long second, List<Event> events) {
        events.add(new CallEvent.CallEnded(call, EndedBy.HOST, where(second), at(second)));
        events.add(new CallEvent.ChannelFreed(call, THREE, at(second)));
    }

    private static Event said(CallId call, String name, String text, long second) {
        return new FloorEvent.UtteranceSpoken(
                new Speaker.RealCaller(call, name), text, second * 48_000, at(second), at(second));
    }

    private static Optional<Long> where(long second) {
        return Optional.of(second * 48_000);
    }

    private static Instant at(long second) {
        return OPENED.plusSeconds(second);
    }

    @Test
    void eachVisitHasItsChapterAndItsLabel() {
        assertThat(text("youtube"))
                .isEqualTo(
                        """
                        0:00 Opening
                        1:00 Caller #1: bees
                        1:50 Caller #2
                        3:20 Caller #1: bees (visit 2)
                        """);
        assertThat(text("labels"))
                .isEqualTo(
                        """
                        60.000000\t100.000000\tCaller #1: bees
                        110.000000\t170.000000\tCaller #2
                        200.000000\t260.000000\tCaller #1: bees (visit 2)
                        """);
    }

    @Test
    void aChapterEndsWithItsVisitThoughNobodyIsOnForAWhile() {
        assertThat(text("chapters"))
                .contains("\"startTime\" : 60.0,", "\"endTime\" : 100.0,")
                .contains("\"startTime\" : 110.0,", "\"endTime\" : 170.0,")
                .doesNotContain("\"endTime\" : 110.0,", "\"endTime\" : 200.0,");
    }

    @Test
    void eachVisitHasItsRegion() {
        assertThat(text("rpp"))
                .contains(
                        """
                          MARKER 1 60.000000 "Caller #1: bees" 1
                          MARKER 1 100.000000 "" 1
                        """)
                .contains("  MARKER 3 200.000000 \"Caller #1: bees (visit 2)\" 1\n");
    }

    @Test
    void theTextHasAHeadingForEachVisit() {
        assertThat(text("txt"))
                .isEqualTo(
                        """

                        == 1:00 Caller #1: bees ==
                        [1:05] Caller #1: It is about bees.

                        == 1:50 Caller #2 ==
                        [1:55] Caller #2: Wasps, if you ask me.

                        == 3:20 Caller #1: bees (visit 2) ==
                        [3:25] Caller #1: Bees, I said.
                        """);
    }

    @Test
    void theNotesTellEachVisitButCountAndSumUpACallerOnce() {
        assertThat(text("notes"))
                .contains("2 callers on the telephone and 0 AI callers on the air")
                .contains(
                        "- **1:00 Caller \\#1: bees** (on the telephone, 0:40)  \n  Keeps bees.\n")
                .contains("- **3:20 Caller \\#1: bees (visit 2)** (on the telephone, 1:00)\n");
    }

    @Test
    void theAsRunLogCountsTheVisitsAndTheirTime() {
        assertThat(text("log"))
                .contains("    1:40  Caller #1 waits again.\n")
                .contains("    3:20  Caller #1 is ON AIR, visit 2.\n")
                .contains("    2:50  Caller #2 is gone (host), on the air for 1:00.\n")
                .contains("    4:20  Caller #1 is gone (host), on the air for 1:40 in 2 visits.\n");
    }

    @Test
    void eachVisitHasItsClip() throws IOException {
        var mix =
                new RecordedStem("00_Mix", "00_Mix.wav", 300 * 48_000, VisitsInFilesTest::silence);
        var out = new ByteArrayOutputStream();
        new ShowExports(_ -> SHOW, _ -> List.of(mix))
                .export(ID, "bundle")
                .orElseThrow()
                .content()
                .writeTo(out);
        Map<String, byte[]> clips = clips(out.toByteArray());
        assertThat(clips.keySet())
                .contains(
                        "clips/call-01_Caller-1.wav",
                        "clips/call-02_Caller-2.wav",
                        "clips/call-03_Caller-1_visit-2.wav",
                        "clips/call-03_Caller-1_visit-2.json");
        isClip(Objects.requireNonNull(clips.get("clips/call-01_Caller-1.wav")), 60, 100);
        isClip(Objects.requireNonNull(clips.get("clips/call-02_Caller-2.wav")), 110, 170);
        isClip(Objects.requireNonNull(clips.get("clips/call-03_Caller-1_visit-2.wav")), 200, 260);
    }

    /// A stem in which nobody says anything.
    private static void silence(List<Cuts.Cut> parts, OutputStream out) throws IOException {
        int bytes = (int) parts.stream().mapToLong(Cuts.Cut::length).sum() * WavHead.BYTES;
        LocalDateTime from =
                parts.isEmpty() ? BEGUN : BEGUN.plusSeconds(parts.getFirst().from() / 48_000);
        out.write(new WavHead(from, "", Optional.empty()).bytes(bytes).array());
        out.write(new byte[bytes]);
    }

    /// With what is left of a room after the last word.
    private static void isClip(byte[] file, long from, long to) {
        assertThat(file)
                .hasSize(WavHead.SIZE + (int) ((to - from) * 48_000 + 14_400) * WavHead.BYTES);
        WavHead head = WavHead.read(ByteBuffer.wrap(file)).orElseThrow();
        assertThat(head.begun()).isEqualTo(BEGUN.plusSeconds(from));
    }

    private static Map<String, byte[]> clips(byte[] bundle) throws IOException {
        var clips = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(ID.value().length() + 1);
                clips.put(name, name.startsWith("clips/") ? zip.readAllBytes() : new byte[0]);
            }
        }
        return clips;
    }

    private static String text(String format) {
        var out = new ByteArrayOutputStream();
        try {
            new ShowExports(_ -> SHOW, _ -> List.of())
                    .export(ID, format)
                    .orElseThrow()
                    .content()
                    .writeTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
