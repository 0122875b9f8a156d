package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.files.WavHead;
import io.partyline.http.Clip;
import io.partyline.port.Journal;
import io.partyline.port.StemRecorder;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Card;
import io.partyline.show.Channel;
import io.partyline.show.EndedBy;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Speaker;
import io.partyline.stems.WavStemRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A show of a minute, in which Dave was on the air from 10 to 20 s and from 30 to 40 s.
class ClippedShowTest {
    private static final ShowId ID = new ShowId("show-1");
    private static final Instant OPENED = Instant.parse("2026-05-01T20:00:00Z");
    private static final CallId DAVE = new CallId("CA000000000000000000000000000001");
    private static final Speaker DAVES = new Speaker.RealCaller(DAVE, "Dave");
    private static final Speaker HOST = new Speaker.Host("Host");
    private static final int SECOND = 48_000;
    private static final int LENGTH = 60;

    @TempDir Path data;

    private final List<Event> events = new ArrayList<>();

    ClippedShowTest() {
        open();
        twoVisits();
    }

    private void open() {
        events.add(new ShowEvent.ShowOpened(ID, ShowRules.DEFAULT, Set.of(), at(0)));
        events.add(new CallEvent.CallRang(DAVE, new CallerNumber("0101", "print"), at(1)));
        events.add(new CallEvent.LegOpened(DAVE, at(2)));
        events.add(new CallEvent.CallHeld(DAVE, at(2), at(2)));
    }

    private void twoVisits() {
        visit(10, 20);
        visit(30, 40);
        events.add(new CallEvent.CallEnded(DAVE, EndedBy.HOST, where(41), at(41)));
    }

    private void visit(long from, long to) {
        events.add(new CallEvent.CallTaken(DAVE, new Channel(3), at(from)));
        events.add(new CallEvent.CallAired(DAVE, where(from), at(from)));
        events.add(new CallEvent.CallHeld(DAVE, at(to), where(to), at(to)));
    }

    private static Instant at(long second) {
        return OPENED.plusSeconds(second);
    }

    private static Optional<Long> where(long second) {
        return Optional.of(second * SECOND);
    }

    private void said(Speaker who, String text, long second) {
        events.add(
                new FloorEvent.UtteranceSpoken(
                        who, text, second * SECOND, at(second), at(second + 1)));
    }

    private void dumped(long from, long to) {
        events.add(
                new ShowEvent.ProgramDumped(
                        from * SECOND, to * SECOND, (to - from) * SECOND, false, at(to)));
    }

    private List<Journal.Entry> entries() {
        var numbered = new ArrayList<Journal.Entry>();
        events.forEach(event -> numbered.add(new Journal.Entry(1 + numbered.size(), event)));
        return numbered;
    }

    private Show show() {
        Show show = Show.before(0);
        for (Event event : events) {
            show = show.apply(event);
        }
        return show;
    }

    private ClippedShow clipped() {
        var recorder = new WavStemRecorder(data, () -> LocalDateTime.of(2026, 5, 1, 20, 0));
        try (StemRecorder.Stem stem = recorder.open(ID, "00_Mix")) {
            stem.write(0, new float[LENGTH * SECOND], LENGTH * SECOND);
        }
        recorder.close();
        return new ClippedShow(
                this::show, data, recorder.late(), data.resolve("sfx"), _ -> entries());
    }

    private Clip visit(int visit) {
        return clipped().clip(show().history().find(DAVE).orElseThrow(), visit);
    }

    /// How long the one cart is, in milliseconds.
    private long length(Clip clip) throws IOException {
        Path file = data.resolve("sfx").resolve(((Clip.Made) clip).sound());
        return (Files.size(file) - WavHead.SIZE) / WavHead.BYTES * 1_000 / SECOND;
    }

    @Test
    void eachVisitIsAClipOfItsOwnWithAMomentOfTheRoomBehindIt() throws IOException {
        Clip first = visit(1);
        assertThat(first).isEqualTo(new Clip.Made("clip-show-1-Caller-1-1.wav"));
        assertThat(length(first)).isEqualTo(10_300);
        assertThat(visit(2)).isEqualTo(new Clip.Made("clip-show-1-Caller-1-2.wav"));
        assertThat(visit(2)).isEqualTo(new Clip.Made("clip-show-1-Caller-1-2-2.wav"));
    }

    @Test
    void theEndOfTheProgramIsAClip() throws IOException {
        Clip end = clipped().clip(Duration.ofSeconds(30));
        assertThat(end).isEqualTo(new Clip.Made("clip-show-1-0h00m30s.wav"));
        assertThat(length(end)).isEqualTo(30_000);
    }

    @Test
    void whatWasDumpedIsInNoClip() throws IOException {
        dumped(17, 20);
        dumped(50, 53);
        assertThat(length(visit(1))).isEqualTo(7_300);
        assertThat(length(clipped().clip(Duration.ofSeconds(30)))).isEqualTo(27_000);
    }

    @Test
    void whatACallerAskedToKeepOffTheAirIsInNoClip() throws IOException {
        said(DAVES, "I sail.", 11);
        said(DAVES, "He stole it.", 14);
        said(DAVES, "Off the record, please.", 16);
        said(HOST, "Let us go on.", 18);
        said(DAVES, "All right.", 31);
        said(HOST, "Good.", 33);
        // From a moment before 14 s to 33 s: whatever they say next is meant as well.
        assertThat(length(visit(1))).isEqualTo(3_700);
        assertThat(length(visit(2))).isEqualTo(7_300);
    }

    @Test
    void ofAVisitOfWhichNothingMayBeHeardAgainThereIsNoClip() {
        dumped(9, 21);
        assertThat(visit(1))
                .isEqualTo(new Clip.Refused("Nothing of that is left that may be heard again."));
        assertThat(data.resolve("sfx")).doesNotExist();
    }

    private void named(String name) {
        events.add(
                new CallEvent.CardWritten(
                        DAVE,
                        new Card.Written(
                                Optional.of(name),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        at(9)));
    }

    @Test
    void aClipIsNamedAfterWhoIsHeard() {
        events.clear();
        open();
        named("Dave");
        twoVisits();
        assertThat(visit(1)).isEqualTo(new Clip.Made("clip-show-1-Dave-1.wav"));
    }

    @Test
    void whoAskedNotToBeNamedIsNamedByNoFile() {
        events.clear();
        open();
        named("Dave");
        twoVisits();
        said(DAVES, "Please don't use my real name.", 12);
        said(HOST, "Sure.", 17);
        assertThat(visit(1)).isEqualTo(new Clip.Made("clip-show-1-an-earlier-caller-1.wav"));
    }
}
