package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.MARY;
import static io.partyline.show.People.MARYS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.People.ended;
import static io.partyline.show.People.waiting;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// AI callers and the floor: one of them speaks at a time.
class AiCallersTest {
    private static final TurnId FIRST = new TurnId("turn-one");
    private static final TurnId SECOND = new TurnId("turn-two");

    private static Event granted(TurnId id, CallId call) {
        return new FloorEvent.TurnGranted(turn(id, call, NOW), NOW);
    }

    private static Event queued(TurnId id, CallId call) {
        return new FloorEvent.TurnQueued(turn(id, call, NOW), NOW);
    }

    private static Turn turn(TurnId id, CallId call, Instant since) {
        return new Turn(id, call, Turn.Why.HOST_ASKED, since, false, Optional.empty());
    }

    private static Event over(TurnId id, TurnOutcome outcome) {
        return new FloorEvent.TurnEnded(id, outcome, "", NOW);
    }

    private static FloorCommand end(TurnId id) {
        return new FloorCommand.EndTurn(id, TurnOutcome.FINISHED, "");
    }

    @Test
    void anAiCallerGoesStraightToTheAirOnTheirChannel() {
        Story story = given().when(new CallCommand.Bring(TONY));
        CallId id = story.show().calls().ai().findFirst().orElseThrow().id();
        story.then(
                new CallEvent.AiCallPlaced(id, TONY, Optional.empty(), NOW),
                new CallEvent.CallTaken(id, Channel.AI, NOW));
    }

    @Test
    void aPersonaIsOnTheShowOnce() {
        given(aiOnAir(TONYS, TONY)).when(new CallCommand.Bring(TONY)).refused(Reason.ALREADY_ON);
    }

    @Test
    void twoPersonasCanBeOnTheShowAtOnce() {
        Story story = given().when(new CallCommand.Bring(TONY), new CallCommand.Bring(MARY));
        assertThat(story.show().calls().ai()).hasSize(2);
    }

    @Test
    void aPersonaCanComeAgainAfterTheirCallUnderAnotherId() {
        Story story = given().when(new CallCommand.Bring(TONY));
        CallId first = story.show().calls().ai().findFirst().orElseThrow().id();
        story.when(new CallCommand.HangUp(first), new CallCommand.Bring(TONY));
        assertThat(story.show().calls().ai().findFirst().orElseThrow().id()).isNotEqualTo(first);
    }

    @Test
    void anAiCallerSaysHelloOnceTheyAreHeard() {
        Story story =
                given(
                                new CallEvent.AiCallPlaced(TONYS, TONY, Optional.empty(), NOW),
                                People.taken(TONYS, Channel.AI))
                        .when(new CallCommand.Air(TONYS, 0));
        assertThat(story.show().floor().turn())
                .hasValueSatisfying(turn -> {
                    assertThat(turn.call()).isEqualTo(TONYS);
                    assertThat(turn.why()).isEqualTo(Turn.Why.HELLO);
                });
    }

    @Test
    void aMutedAiCallerDoesNotSayHello() {
        given(
                        new FloorEvent.AiMuteSet(true, NOW),
                        new CallEvent.AiCallPlaced(TONYS, TONY, Optional.empty(), NOW),
                        People.taken(TONYS, Channel.AI))
                .when(new CallCommand.Air(TONYS, 0))
                .then(new CallEvent.CallAired(TONYS, Optional.of(0L), NOW));
    }

    @Test
    void aHelloWaitsUntilSomebodyElseHasFinished() {
        Story story =
                given(
                                all(
                                        aiOnAir(TONYS, TONY),
                                        granted(FIRST, TONYS),
                                        new CallEvent.AiCallPlaced(
                                                MARYS, MARY, Optional.empty(), NOW),
                                        People.taken(MARYS, Channel.AI)))
                        .when(new CallCommand.Air(MARYS, 0));
        assertThat(story.show().floor().queued()).map(Turn::call).contains(MARYS);
        story.when(end(FIRST));
        assertThat(story.show().floor().turn()).map(Turn::call).contains(MARYS);
        assertThat(story.show().floor().queued()).isEmpty();
    }

    @Test
    void aHelloDoesNotPushAsideATurnThatWaits() {
        Story story =
                given(all(aiOnAir(TONYS, TONY), granted(FIRST, TONYS), queued(SECOND, TONYS)));
        story.when(new CallCommand.Bring(MARY));
        CallId marys = ((CallEvent.AiCallPlaced) story.happened().getFirst()).call();
        story.when(new CallCommand.Air(marys, 0))
                .then(new CallEvent.CallAired(marys, Optional.of(0L), NOW));
        assertThat(story.show().floor().queued()).map(Turn::id).contains(SECOND);
    }

    @Test
    void whatATurnMayLastCountsFromWhenItHasTheFloor() {
        Duration waited = Story.RULES.turnLimit().minusSeconds(1);
        Instant then = NOW.plus(waited);
        Story story =
                given(
                                all(
                                        aiOnAir(TONYS, TONY),
                                        all(
                                                aiOnAir(MARYS, MARY),
                                                granted(FIRST, TONYS),
                                                queued(SECOND, MARYS))))
                        .later(waited)
                        .when(end(FIRST))
                        .then(
                                new FloorEvent.TurnEnded(FIRST, TurnOutcome.FINISHED, "", then),
                                new FloorEvent.TurnGranted(turn(SECOND, MARYS, then), then));
        story.passes(Story.RULES.turnLimit().minusMillis(1)).nothingHappens();
    }

    @Test
    void aTurnThatLastsTooLongIsTakenAway() {
        given(all(aiOnAir(TONYS, TONY), granted(FIRST, TONYS)))
                .passes(Story.RULES.turnLimit())
                .then(
                        new FloorEvent.TurnEnded(
                                FIRST,
                                TurnOutcome.FAILED,
                                "The AI caller took too long.",
                                NOW.plus(Story.RULES.turnLimit())))
                .when(end(FIRST))
                .refused(Reason.TURN_OVER);
    }

    @Test
    void theHostIsAnsweredByTheCallerWhoIsNamed() {
        Story story =
                given(all(aiOnAir(TONYS, TONY), aiOnAir(MARYS, MARY)))
                        .when(new FloorCommand.HostSays("What do you say, mary?", 480));
        assertThat(story.show().floor().turn()).map(Turn::call).contains(MARYS);
        assertThat(story.happened().getFirst())
                .isEqualTo(
                        new FloorEvent.UtteranceSpoken(
                                new Speaker.Host("Host"), "What do you say, mary?", 480, NOW, NOW));
    }

    @Test
    void theHostIsAnsweredByWhoeverHasBeenSilentLongest() {
        Story story =
                given(
                                all(
                                        aiOnAir(TONYS, TONY),
                                        all(
                                                aiOnAir(MARYS, MARY),
                                                granted(FIRST, TONYS),
                                                over(FIRST, TurnOutcome.FINISHED))))
                        .when(new FloorCommand.HostSays("Anybody?", 0));
        assertThat(story.show().floor().turn()).map(Turn::call).contains(MARYS);
    }

    @Test
    void whoeverSpeaksIsStoppedWhenTheHostSaysSomething() {
        Story story =
                given(all(aiOnAir(TONYS, TONY), granted(FIRST, TONYS)))
                        .when(new FloorCommand.HostSays("Hang on.", 0));
        assertThat(story.happened()).contains(new FloorEvent.TurnStopped(FIRST, NOW));
        assertThat(story.show().floor().queued()).map(Turn::call).contains(TONYS);
    }

    @Test
    void aTurnThatWaitsGivesWayToTheHostsNextWords() {
        Story story =
                given(all(aiOnAir(TONYS, TONY), granted(FIRST, TONYS), queued(SECOND, TONYS)))
                        .when(new FloorCommand.HostSays("No, this.", 0));
        assertThat(story.happened()).contains(over(SECOND, TurnOutcome.STOPPED));
        assertThat(story.show().floor().queued()).map(Turn::why).contains(Turn.Why.HOST_SPOKE);
    }

    @Test
    void nobodyAnswersIfNoAiCallerIsOnAir() {
        given(waiting(DAVE))
                .when(new FloorCommand.HostSays("Hello?", 0))
                .refused(Reason.NO_AI_CALLER)
                .when(new FloorCommand.LetRespond(Optional.empty()))
                .refused(Reason.NO_AI_CALLER);
    }

    @Test
    void nothingIsNothingToAnswer() {
        given(aiOnAir(TONYS, TONY))
                .when(new FloorCommand.HostSays("  ", 0))
                .refused(Reason.NOTHING_SAID);
    }

    @Test
    void theFloorIsNotGivenTwice() {
        given(all(aiOnAir(TONYS, TONY), granted(FIRST, TONYS)))
                .when(new FloorCommand.LetRespond(Optional.empty()))
                .refused(Reason.FLOOR_TAKEN);
    }

    @Test
    void stopEndsWhatWaitsAndStopsWhoSpeaksOnce() {
        given(all(aiOnAir(TONYS, TONY), granted(FIRST, TONYS), queued(SECOND, TONYS)))
                .when(new FloorCommand.StopAi(Optional.empty()))
                .then(over(SECOND, TurnOutcome.STOPPED), new FloorEvent.TurnStopped(FIRST, NOW))
                .when(new FloorCommand.StopAi(Optional.empty()))
                .nothingHappens();
    }

    @Test
    void whomTheHostPressedRespondsThoughOthersWereSilentLonger() {
        Story story =
                given(all(aiOnAir(TONYS, TONY), aiOnAir(MARYS, MARY)))
                        .when(new FloorCommand.LetRespond(Optional.of(MARYS)));
        assertThat(story.show().floor().turn()).map(Turn::call).contains(MARYS);
    }

    @Test
    void whoeverIsPressedWhileAStoppedTurnFadesIsNext() {
        Story story =
                given(
                                all(
                                        aiOnAir(TONYS, TONY),
                                        all(
                                                aiOnAir(MARYS, MARY),
                                                granted(FIRST, TONYS),
                                                queued(SECOND, TONYS))))
                        .when(new FloorCommand.StopAi(Optional.of(TONYS)))
                        .when(new FloorCommand.LetRespond(Optional.of(MARYS)));
        assertThat(story.show().floor().queued()).map(Turn::call).contains(MARYS);
        story.when(end(FIRST));
        assertThat(story.show().floor().turn()).map(Turn::call).contains(MARYS);
    }

    @Test
    void whoeverCannotSpeakIsNotReplacedByAnother() {
        given(all(aiOnAir(TONYS, TONY), aiOnAir(MARYS, MARY)))
                .when(new CallCommand.SetMute(MARYS, true))
                .when(new FloorCommand.LetRespond(Optional.of(MARYS)))
                .refused(Reason.MUTED)
                .when(new CallCommand.HangUp(MARYS))
                .when(new FloorCommand.LetRespond(Optional.of(MARYS)))
                .refused(Reason.NO_SUCH_CALL);
    }

    @Test
    void stoppingOneLeavesTheOthersAlone() {
        given(
                        all(
                                aiOnAir(TONYS, TONY),
                                all(
                                        aiOnAir(MARYS, MARY),
                                        granted(FIRST, TONYS),
                                        queued(SECOND, MARYS))))
                .when(new FloorCommand.StopAi(Optional.of(MARYS)))
                .then(over(SECOND, TurnOutcome.STOPPED))
                .when(new FloorCommand.StopAi(Optional.of(MARYS)))
                .nothingHappens()
                .when(new FloorCommand.StopAi(Optional.of(TONYS)))
                .then(new FloorEvent.TurnStopped(FIRST, NOW));
    }

    @Test
    void mutingAllAiCallersStopsThem() {
        given(all(aiOnAir(TONYS, TONY), granted(FIRST, TONYS)))
                .when(new FloorCommand.MuteAi(true))
                .then(new FloorEvent.AiMuteSet(true, NOW), new FloorEvent.TurnStopped(FIRST, NOW));
    }

    @Test
    void mutingOneAiCallerStopsTheirTurnAndNobodyElses() {
        given(
                        all(
                                aiOnAir(TONYS, TONY),
                                all(
                                        aiOnAir(MARYS, MARY),
                                        granted(FIRST, TONYS),
                                        queued(SECOND, MARYS))))
                .when(new CallCommand.SetMute(TONYS, true))
                .then(
                        new CallEvent.MuteSet(TONYS, true, NOW),
                        new FloorEvent.TurnStopped(FIRST, NOW));
    }

    @Test
    void anAiCallerWhomNobodyHearsIsNotGivenTheFloor() {
        given(all(aiOnAir(TONYS, TONY), new CallEvent.MuteSet(TONYS, true, NOW)))
                .when(new FloorCommand.LetRespond(Optional.empty()))
                .refused(Reason.NO_AI_CALLER);
    }

    @Test
    void resultsOfATurnThatIsOverAreRefused() {
        given(all(aiOnAir(TONYS, TONY), granted(FIRST, TONYS), over(FIRST, TurnOutcome.STOPPED)))
                .when(new FloorCommand.WriteReply(FIRST, "Too late."))
                .refused(Reason.TURN_OVER)
                .when(end(FIRST))
                .refused(Reason.TURN_OVER);
    }

    @Test
    void wordsThatWereHeardAreKeptThoughAnotherTurnIsOverToo() {
        Story story =
                given(
                                all(
                                        aiOnAir(TONYS, TONY),
                                        all(
                                                aiOnAir(MARYS, MARY),
                                                granted(FIRST, TONYS),
                                                queued(SECOND, MARYS))))
                        .when(new CallCommand.HangUp(TONYS))
                        .when(new CallCommand.HangUp(MARYS))
                        .when(new FloorCommand.Speak(FIRST, "So I said", 960, NOW));
        assertThat(story.happened())
                .singleElement()
                .isInstanceOfSatisfying(
                        FloorEvent.UtteranceSpoken.class,
                        said -> assertThat(said.text()).isEqualTo("So I said"));
    }

    @Test
    void wordsOfATurnThatIsLongOverAreRefused() {
        Event[] evening = aiOnAir(TONYS, TONY);
        for (int i = 1; i <= 9; i++) {
            var turn = new TurnId("turn-" + i);
            evening = all(evening, granted(turn, TONYS), over(turn, TurnOutcome.FINISHED));
        }
        given(evening)
                .when(new FloorCommand.Speak(new TurnId("turn-1"), "So I said", 960, NOW))
                .refused(Reason.TURN_OVER);
    }

    @Test
    void wordsThatWereHeardAreKeptThoughTheTurnIsOver() {
        var spoken = new FloorCommand.Speak(FIRST, "So I said", 960, NOW);
        var said =
                new FloorEvent.UtteranceSpoken(
                        new Speaker.AiCaller(TONYS, "Tony"), "So I said", 960, NOW, NOW);
        Event[] spoke = all(aiOnAir(TONYS, TONY), granted(FIRST, TONYS));
        given(all(spoke, over(FIRST, TurnOutcome.STOPPED))).when(spoken).then(said);
        given(spoke).when(new CallCommand.HangUp(TONYS)).when(spoken).then(said);
        given(spoke).when(new ShowCommand.CloseShow()).when(spoken).then(said);
    }

    @Test
    void theTurnOfAnAiCallerEndsWithTheirCall() {
        given(
                        all(
                                aiOnAir(TONYS, TONY),
                                all(
                                        aiOnAir(MARYS, MARY),
                                        granted(FIRST, TONYS),
                                        queued(SECOND, MARYS))))
                .when(new CallCommand.HangUp(TONYS))
                .then(
                        over(FIRST, TurnOutcome.STOPPED),
                        granted(SECOND, MARYS),
                        ended(TONYS, EndedBy.HOST));
    }

    @Test
    void aTurnThatWaitsEndsWithTheCall() {
        given(
                        all(
                                aiOnAir(TONYS, TONY),
                                all(
                                        aiOnAir(MARYS, MARY),
                                        granted(FIRST, TONYS),
                                        queued(SECOND, MARYS))))
                .when(new CallCommand.HangUp(MARYS))
                .then(over(SECOND, TurnOutcome.STOPPED), ended(MARYS, EndedBy.HOST));
    }

    /// Nobody is given the floor in a call that has just ended.
    @Test
    void whoIsHungUpOnWhileTheyWaitForTheFloorOnceMoreDoesNotGetIt() {
        Story story =
                given(all(aiOnAir(TONYS, TONY), granted(FIRST, TONYS), queued(SECOND, TONYS)))
                        .when(new CallCommand.HangUp(TONYS));
        assertThat(story.show().floor().turn()).isEmpty();
        assertThat(story.show().floor().queued()).isEmpty();
    }
}
