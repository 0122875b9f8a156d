package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.MARY;
import static io.partyline.show.People.MARYS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.UNKNOWN;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.People.onAir;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What AI callers have in mind while others speak: the host's notes, and what they would like to
/// say themselves.
class CuesAndHandsTest {
    private static Story panel() {
        return given(
                all(
                        all(onAir(DAVE, THREE), new FloorEvent.AiModeSet(AiMode.AUTO, NOW)),
                        all(aiOnAir(TONYS, TONY), aiOnAir(MARYS, MARY))));
    }

    private static Command hears(String text) {
        return new FloorCommand.Hear(Story.FRIDAY, Optional.of(DAVE), text, 0, 0, NOW);
    }

    private static Command advice(Story story, Advice.Kind kind, String gist, Surroundings around) {
        return new FloorCommand.Advise(
                MARYS,
                story.show().conversation().utterances().getLast().seq(),
                new Advice(kind, gist),
                around);
    }

    private static Optional<CallId> floor(Story story) {
        return story.show().floor().turn().map(Turn::call);
    }

    private static Weighed weighed(Story story, CallId call) {
        return Objects.requireNonNull(story.show().floor().panel().weighed().get(call)).why();
    }

    private static List<String> cues(Story story) {
        return story.show().floor().panel().cues(TONYS).stream().map(Cue::text).toList();
    }

    private static void finish(Story story, TurnOutcome outcome) {
        TurnId turn = story.show().floor().turn().orElseThrow().id();
        story.when(new FloorCommand.EndTurn(turn, outcome, ""));
    }

    @Test
    void aNoteStaysUntilAWholeTurnThatBeganAfterIt() {
        Story story = panel().when(new FloorCommand.GiveCue(TONYS, " ask about the boat "));
        assertThat(cues(story)).containsExactly("ask about the boat");
        story.later(Duration.ofSeconds(1)).when(new FloorCommand.LetRespond(Optional.of(TONYS)));
        finish(story, TurnOutcome.STOPPED);
        assertThat(cues(story)).isNotEmpty();
        story.when(new FloorCommand.LetRespond(Optional.of(TONYS)));
        story.later(Duration.ofSeconds(1)).when(new FloorCommand.GiveCue(TONYS, "disagree"));
        finish(story, TurnOutcome.FINISHED);
        assertThat(cues(story)).containsExactly("disagree");
    }

    @Test
    void aNoteIsNobodyElsesAndGoesWithTheCall() {
        Story story = panel().when(new FloorCommand.GiveCue(TONYS, "disagree"));
        assertThat(story.show().floor().panel().cues(MARYS)).isEmpty();
        assertThat(story.show().conversation().utterances()).isEmpty();
        story.when(new CallCommand.HangUp(TONYS));
        assertThat(story.show().floor().panel().cues()).isEmpty();
    }

    @Test
    void onlyAnAiCallerWhoIsThereIsSlippedANoteAndOnlyOneWithWords() {
        panel().when(new FloorCommand.GiveCue(DAVE, "disagree")).refused(Reason.NO_SUCH_CALL);
        panel().when(new FloorCommand.GiveCue(UNKNOWN, "disagree")).refused(Reason.NO_SUCH_CALL);
        panel().when(new FloorCommand.GiveCue(TONYS, "  ")).refused(Reason.NOTHING_SAID);
    }

    @Test
    void oldNotesMakeRoomForNewOnes() {
        Story story = panel();
        for (int i = 0; i < Cue.MOST + 1; i++) {
            story.when(new FloorCommand.GiveCue(TONYS, "note " + i));
        }
        assertThat(cues(story)).hasSize(Cue.MOST).doesNotContain("note 0");
    }

    @Test
    void whomTheModelWouldHaveSpeakSpeaks() {
        Story story = panel().when(hears("I sold the house and moved onto a train."));
        assertThat(floor(story)).isEmpty();
        story.when(advice(story, Advice.Kind.SPEAK, "lived on a train", Surroundings.QUIET));
        assertThat(floor(story)).contains(MARYS);
        assertThat(story.show().floor().turn()).map(Turn::why).contains(Turn.Why.WANTED);
    }

    @Test
    void whoeverMayNotSpeakNowRaisesAHandWhichTheHostCanAccept() {
        Story story = panel().when(hears("I sold the house and moved onto a train."));
        story.when(
                advice(
                        story,
                        Advice.Kind.SPEAK,
                        "lived on a train",
                        new Surroundings(true, false)));
        assertThat(floor(story)).isEmpty();
        assertThat(weighed(story, MARYS)).isEqualTo(Weighed.TALKED_OVER);
        assertThat(story.show().floor().panel().hands().get(MARYS))
                .extracting(Hand::gist)
                .isEqualTo("lived on a train");
        story.when(new FloorCommand.AcceptHand(TONYS)).refused(Reason.NO_HAND);
        story.when(new FloorCommand.AcceptHand(MARYS));
        assertThat(floor(story)).contains(MARYS);
        assertThat(story.show().floor().panel().hands()).isEmpty();
    }

    @Test
    void aRaisedHandIsHeardInTheNextSilence() {
        Story story = panel().when(hears("I sold the house and moved onto a train."));
        story.when(
                advice(
                        story,
                        Advice.Kind.SPEAK,
                        "lived on a train",
                        new Surroundings(true, false)));
        story.later(Duration.ofSeconds(3))
                .when(new FloorCommand.FillSilence(Optional.of(TONYS), Surroundings.QUIET));
        assertThat(floor(story)).contains(MARYS);
    }

    @Test
    void noAnswerAndANoMeanSilenceAndTheFirstIsCounted() {
        Story story = panel().when(hears("I sold the house and moved onto a train."));
        story.when(advice(story, Advice.Kind.NONE, "", Surroundings.QUIET));
        assertThat(weighed(story, MARYS)).isEqualTo(Weighed.NO_ADVICE);
        assertThat(story.show().floor().panel().unadvised()).isEqualTo(1);
        story.when(advice(story, Advice.Kind.SPEAK, "too late", Surroundings.QUIET))
                .refused(Reason.ALREADY_DONE);
        story.when(hears("And then I sold the train as well."));
        story.when(advice(story, Advice.Kind.WAIT, "", Surroundings.QUIET));
        assertThat(floor(story)).isEmpty();
        assertThat(weighed(story, MARYS)).isEqualTo(Weighed.ADVISED_AGAINST);
    }

    @Test
    void adviceOnWhatIsNoLongerTheLastWordOnlyRaisesAHand() {
        Story story = panel().when(hears("I sold the house and moved onto a train."));
        Command late = advice(story, Advice.Kind.SPEAK, "lived on a train", Surroundings.QUIET);
        story.when(hears("But that was a long time ago now."), late);
        assertThat(floor(story)).isEmpty();
        assertThat(weighed(story, MARYS)).isEqualTo(Weighed.OVERTAKEN);
        assertThat(story.show().floor().panel().hands()).containsKey(MARYS);
    }

    @Test
    void adviceForACallerWhoIsGoneOrForAShowThatTheHostRunsChangesNothing() {
        Story story = panel().when(hears("I sold the house and moved onto a train."));
        Command late = advice(story, Advice.Kind.SPEAK, "lived on a train", Surroundings.QUIET);
        story.when(new FloorCommand.SetAiMode(AiMode.MANUAL), late).nothingHappens();
        story.when(new FloorCommand.SetAiMode(AiMode.AUTO), new CallCommand.HangUp(MARYS), late)
                .nothingHappens();
    }
}
