package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.MARY;
import static io.partyline.show.People.MARYS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// People who speak over AI callers, and how long AI callers take to answer.
class InterruptionsTest {
    private static final TurnId FIRST = new TurnId("turn-one");
    private static final TurnId SECOND = new TurnId("turn-two");
    private static final TurnTimes TIMES = new TurnTimes(0, 48, 48, 480, 960, 4_800, 9_600);
    private static final Speaker HOST = new Speaker.Host(Story.RULES.hostName());

    private static Turn turn(TurnId id, CallId call) {
        return new Turn(id, call, Turn.Why.HOST_ASKED, NOW, false, Optional.empty());
    }

    private static Story tonySpeaks() {
        return given(
                all(aiOnAir(TONYS, TONY), new FloorEvent.TurnGranted(turn(FIRST, TONYS), NOW)));
    }

    @Test
    void whoeverSpeaksOverAnAiCallerStopsThem() {
        Story story =
                tonySpeaks()
                        .when(new FloorCommand.Interrupt(Optional.empty()))
                        .then(new FloorEvent.TurnInterrupted(FIRST, HOST, NOW));
        assertThat(story.show().floor().turn()).map(Turn::stopped).contains(true);
    }

    @Test
    void anInterruptionOfWhatHasBeenStoppedIsNone() {
        tonySpeaks()
                .when(
                        new FloorCommand.Interrupt(Optional.empty()),
                        new FloorCommand.Interrupt(Optional.empty()))
                .then();
    }

    @Test
    void whoWaitedForTheFloorWaitedInVain() {
        Story story =
                given(
                        all(
                                aiOnAir(TONYS, TONY),
                                all(
                                        aiOnAir(MARYS, MARY),
                                        new FloorEvent.TurnGranted(turn(FIRST, TONYS), NOW),
                                        new FloorEvent.TurnQueued(turn(SECOND, MARYS), NOW))));
        story.when(new FloorCommand.Interrupt(Optional.empty()))
                .then(
                        new FloorEvent.TurnEnded(SECOND, TurnOutcome.STOPPED, "", NOW),
                        new FloorEvent.TurnInterrupted(FIRST, HOST, NOW));
    }

    @Test
    void whileNobodySpeaksThereIsNobodyToInterrupt() {
        given(aiOnAir(TONYS, TONY)).when(new FloorCommand.Interrupt(Optional.empty())).then();
    }

    @Test
    void aCallerWhomNobodyKnowsInterruptsNobody() {
        tonySpeaks()
                .when(new FloorCommand.Interrupt(Optional.of(DAVE)))
                .refused(Reason.NO_SUCH_CALL);
    }

    @Test
    void theTimesOfATurnAreKeptInTheOrderOfTheTurns() {
        Story story = tonySpeaks().when(new FloorCommand.TimeTurn(FIRST, TIMES));
        story.then(new FloorEvent.TurnTimed(FIRST, TIMES, NOW));
        assertThat(story.show().floor().times()).containsExactly(TIMES);
        assertThat(TIMES.gap().toMillis()).isEqualTo(200);
        story.when(new FloorCommand.TimeTurn(SECOND, TIMES)).refused(Reason.TURN_OVER);
    }

    @Test
    void beforeAnybodyHasAnsweredThereIsNoTimeToTell() {
        assertThat(new AnswerTimes(List.of()).last()).isEmpty();
        assertThat(new AnswerTimes(List.of()).within(50)).isEmpty();
        assertThat(new AnswerTimes(List.of(TIMES)).within(1)).contains(Duration.ofMillis(200));
    }

    @Test
    void aTurnKnowsWhereTheWordsThatItAnswersEnded() {
        Story story =
                given(aiOnAir(TONYS, TONY))
                        .when(
                                new FloorCommand.SetAiMode(AiMode.AUTO),
                                new FloorCommand.Hear(
                                        Story.FRIDAY,
                                        Optional.empty(),
                                        "Tony, are you there?",
                                        48_000,
                                        96_000,
                                        NOW));
        assertThat(story.show().floor().turn().orElseThrow().prompted())
                .map(Turn.Prompted::spokenUntil)
                .contains(96_000L);
    }
}
