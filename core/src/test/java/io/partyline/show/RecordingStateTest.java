package io.partyline.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.spend.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Pauses of the recording, moments to find again, and how a show leaves both when it ends.
class RecordingStateTest {
    private static final Instant NOW = Instant.parse("2026-05-01T20:00:00Z");
    private static final long HERE = 96_000;

    private Show show = Show.before(0);

    private Decision ask(Command command) {
        Decision decision = Decisions.decide(show, command, NOW, HERE);
        if (decision instanceof Decision.Accepted(var events)) {
            for (Event event : events) {
                show = show.apply(event);
            }
        }
        return decision;
    }

    private void open() {
        ask(new ShowCommand.OpenShow(new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true));
    }

    @Test
    void everyShowIsRecordedUntilTheHostPausesIt() {
        open();
        assertThat(show.recording().runs()).isTrue();
        ask(new ShowCommand.SetRecording(false));
        assertThat(show.recording().runs()).isFalse();
        assertThat(ask(new ShowCommand.SetRecording(false)))
                .isEqualTo(new Decision.Accepted(List.of()));
        ask(new ShowCommand.SetRecording(true));
        assertThat(show.recording().runs()).isTrue();
    }

    @Test
    void aRecorderThatGaveUpDoesNotRunAlthoughItIsWanted() {
        open();
        ask(new ShowCommand.ReportRecordingStopped("The disk is full."));
        ask(new ShowCommand.SetRecording(false));
        ask(new ShowCommand.SetRecording(true));
        assertThat(show.recording().runs()).isFalse();
        assertThat(show.recording().problem()).contains("The disk is full.");
    }

    @Test
    void whateverElseHappensInAShowLeavesItsRecordingAsItIs() {
        open();
        ask(new ShowCommand.MarkMoment("the boat"));
        ask(new ShowCommand.SetRecording(false));
        RecordingState paused = show.recording();
        List<ShowEvent> others =
                List.of(
                        new ShowEvent.ShowResumed(NOW),
                        new ShowEvent.ShowStoodStill(Duration.ofMinutes(1), NOW),
                        new ShowEvent.ShowClosed(NOW),
                        new ShowEvent.LinesSet(false, NOW),
                        new ShowEvent.LoudnessMeasured(new HowLoud(0, -18, 6, -1, -12, -15), NOW),
                        new ShowEvent.BanSet("print", true, NOW),
                        new ShowEvent.EventsLost(3, NOW),
                        new ShowEvent.ProgramDumped(0, 48_000, 0, false, NOW),
                        new ShowEvent.NoteWritten("Line two knows her.", Seat.PRODUCER, NOW),
                        new ShowEvent.NotesRead(NOW),
                        new ShowEvent.Spent("a voice", Unit.CHARACTERS, 5, 7, NOW));
        for (ShowEvent other : others) {
            assertThat(paused.apply(other)).as("%s", other).isEqualTo(paused);
        }
    }

    @Test
    void aMarkHasItsPlaceAndHoldsNoNumber() {
        open();
        ask(new ShowCommand.MarkMoment("  ring 555 010 0142 back "));
        ask(new ShowCommand.MarkMoment(""));
        assertThat(show.recording().marks())
                .containsExactly(
                        new Mark("ring [number] back", HERE, NOW), new Mark("", HERE, NOW));
    }

    @Test
    void ofVeryManyMarksTheLatestAreAtHand() {
        open();
        for (int i = 0; i <= RecordingState.MOST_MARKS; i++) {
            ask(new ShowCommand.MarkMoment("mark " + i));
        }
        assertThat(show.recording().marks()).hasSize(RecordingState.MOST_MARKS);
        assertThat(show.recording().marks().getFirst().note()).isEqualTo("mark 1");
        assertThat(show.recording().marks().getLast().note())
                .isEqualTo("mark " + RecordingState.MOST_MARKS);
    }

    @Test
    void aNoteIsALine() {
        assertThatThrownBy(() -> new ShowCommand.MarkMoment("x".repeat(Mark.LONGEST + 1)))
                .hasMessageContaining("at most 200 characters");
    }

    @Test
    void aShowThatHasEndedHasClosedLinesAndIsNeitherRecordedNorMarked() {
        open();
        ask(new ShowCommand.CloseShow());
        assertThat(show.lines().open()).isFalse();
        for (Command late :
                List.<Command>of(
                        new ShowCommand.SetRecording(false),
                        new ShowCommand.MarkMoment("late"),
                        new ShowCommand.SetLines(true))) {
            assertThat(ask(late)).isEqualTo(new Decision.Refused(Reason.SHOW_CLOSED));
        }
    }

    @Test
    void theNextShowBeginsAfresh() {
        open();
        ask(new ShowCommand.SetRecording(false));
        ask(new ShowCommand.MarkMoment("boat"));
        ask(new ShowCommand.CloseShow());
        open();
        assertThat(show.recording()).isEqualTo(RecordingState.ON);
        assertThat(show.lines().open()).isTrue();
    }
}
