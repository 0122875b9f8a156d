package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.FOUR;
import static io.partyline.show.People.JAS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.ROSA;
import static io.partyline.show.People.ROSAS;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.aiOnAir;
import static io.partyline.show.People.all;
import static io.partyline.show.People.ended;
import static io.partyline.show.People.onAir;
import static io.partyline.show.People.rang;
import static io.partyline.show.People.taken;
import static io.partyline.show.People.waiting;
import static io.partyline.show.People.waitingOutside;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestartAndCloseTest {
    private static final TurnId TURN = new TurnId("turn-one");
    private static final Event SPEAKING =
            new FloorEvent.TurnGranted(
                    new Turn(TURN, TONYS, Turn.Why.HELLO, NOW, false, Optional.empty()), NOW);

    @Test
    void closingTheShowEndsEveryCallAndTheTurn() {
        Story story =
                given(
                                all(
                                        all(onAir(DAVE, THREE), waiting(JAS)),
                                        all(aiOnAir(TONYS, TONY), SPEAKING)))
                        .when(new ShowCommand.CloseShow())
                        .then(
                                new FloorEvent.TurnEnded(TURN, TurnOutcome.STOPPED, "", NOW),
                                ended(DAVE, EndedBy.SHOW_CLOSED),
                                ended(JAS, EndedBy.SHOW_CLOSED),
                                ended(TONYS, EndedBy.SHOW_CLOSED),
                                new ShowEvent.LinesSet(false, NOW),
                                new ShowEvent.ShowClosed(NOW));
        assertThat(story.show().open()).isFalse();
        assertThat(story.show().calls().live()).isEmpty();
    }

    @Test
    void whatWasOnItsWayWhenTheShowClosedStillArrives() {
        var summary = new Summary("Dave told a story.", "trucks", Summary.Source.MODEL);
        given(onAir(DAVE, THREE))
                .when(new ShowCommand.CloseShow(), new CallCommand.FileSummary(DAVE, summary))
                .then(new CallEvent.SummaryWritten(DAVE, summary, NOW))
                .when(new CallCommand.CloseStem(DAVE))
                .then(new CallEvent.ChannelFreed(DAVE, THREE, NOW))
                .when(new CallCommand.CallerGone(DAVE))
                .nothingHappens()
                .when(new ShowCommand.PassTime())
                .nothingHappens()
                .when(new CallCommand.TakeNext())
                .refused(Reason.SHOW_CLOSED);
    }

    @Test
    void aNewShowBeginsEmpty() {
        Story story =
                given(all(onAir(DAVE, THREE), new FollowUpEvent.AutoFollowUpSet(true, NOW)))
                        .when(
                                new ShowCommand.CloseShow(),
                                new ShowCommand.OpenShow(
                                        new ShowId("saturday"), Story.RULES, Set.of("x"), false));
        Show fresh = story.show();
        assertThat(fresh.calls()).isEqualTo(Calls.NONE);
        assertThat(fresh.history()).isEqualTo(History.EMPTY);
        assertThat(fresh.conversation()).isEqualTo(Conversation.EMPTY);
        assertThat(fresh.lines()).isEqualTo(new Lines(false, Set.of("x")));
        assertThat(fresh.id()).isEqualTo(new ShowId("saturday"));
    }

    @Test
    void afterARestartEverybodyOnThePhoneIsLookedForAndTheAiCallersAreGone() {
        Story story =
                given(
                                all(
                                        all(onAir(DAVE, THREE), waiting(JAS)),
                                        all(
                                                all(waiting(ROSA), taken(ROSA, FOUR)),
                                                all(aiOnAir(TONYS, TONY), SPEAKING))))
                        .when(new ShowCommand.ResumeShow())
                        .then(
                                new ShowEvent.ShowResumed(NOW),
                                new FloorEvent.TurnEnded(TURN, TurnOutcome.STOPPED, "", NOW),
                                ended(TONYS, EndedBy.RESTART),
                                new CallEvent.LegLost(DAVE, Optional.of(0L), NOW),
                                new CallEvent.LegLost(JAS, NOW),
                                new CallEvent.TakeFailed(ROSA, "The program was restarted.", NOW),
                                new CallEvent.LegLost(ROSA, NOW));
        assertThat(story.call(DAVE).stage()).isEqualTo(new Stage.Reconnecting(THREE, NOW));
        assertThat(story.show().calls().waiting()).extracting(Call::id).contains(JAS, ROSA);
    }

    @Test
    void aChannelThatWasBeingClosedIsFreeAfterARestart() {
        Story story =
                given(all(onAir(DAVE, THREE), ended(DAVE, EndedBy.CALLER)))
                        .when(new ShowCommand.ResumeShow());
        assertThat(story.happened()).contains(new CallEvent.ChannelFreed(DAVE, THREE, NOW));
        assertThat(story.show().calls().closing()).isEmpty();
    }

    @Test
    void whoeverHungUpWhileNobodyListenedIsGoneAfterTheCarrierWasAsked() {
        given(all(onAir(DAVE, THREE), waiting(JAS)))
                .when(new ShowCommand.ResumeShow(), reconcile(JAS))
                .then(ended(DAVE, EndedBy.RESTART), new CallEvent.CallHeld(JAS, NOW, NOW));
    }

    @Test
    void whoeverIsConnectedAgainIsNotTakenForGone() {
        given(waiting(DAVE))
                .when(new ShowCommand.ResumeShow(), new CallCommand.OpenLeg(DAVE), reconcile())
                .nothingHappens();
    }

    @Test
    void aCallerOfWhomTheCarrierDidNotTellIsFoundWhenItAsksForThem() {
        Story story =
                given(waiting(ROSA))
                        .when(
                                new ShowCommand.ResumeShow(),
                                reconcile(),
                                new CallCommand.Wait(ROSA, ROSAS, Duration.ofSeconds(30)));
        assertThat(story.call(ROSA).stage()).isEqualTo(new Stage.Held(NOW));
    }

    private static ShowCommand.Reconcile reconcile(CallId... alive) {
        return new ShowCommand.Reconcile(NOW.plusMillis(1), Set.of(alive), EndedBy.RESTART);
    }

    @Test
    void whoeverIsStillOnTheTelephoneIsFoundByAskingAndWhoeverWasOnTheAirIsNext() {
        Story story =
                given(all(waiting(JAS, NOW.minusSeconds(60)), onAir(DAVE, THREE)))
                        .when(new ShowCommand.ResumeShow(), reconcile(JAS, DAVE))
                        .then(
                                new CallEvent.CallHeld(JAS, NOW.minusSeconds(60), NOW),
                                new CallEvent.CallHeld(DAVE, NOW, NOW));
        assertThat(story.show().calls().waiting()).extracting(Call::id).containsExactly(DAVE, JAS);
        assertThat(story.call(DAVE).marks().lostSince()).isEmpty();
    }

    @Test
    void anAnswerSaysNothingOfACallThatCameAfterTheQuestion() {
        given(waitingOutside(DAVE))
                .when(new ShowCommand.Reconcile(NOW, Set.of(), EndedBy.CALLER))
                .nothingHappens()
                .when(new ShowCommand.Reconcile(NOW.plusMillis(1), Set.of(), EndedBy.CALLER))
                .then(ended(DAVE, EndedBy.CALLER));
    }

    @Test
    void aCallerWhoIsBeingGreetedIsNotMissed() {
        given(rang(DAVE)).when(reconcile()).nothingHappens();
    }

    @Test
    void whileTheShowStoodStillNobodyWasLate() {
        Story story =
                given(
                                all(
                                        all(waiting(JAS), new CallEvent.LegLost(JAS, NOW)),
                                        all(onAir(DAVE, THREE), rang(ROSA))))
                        .later(Duration.ofSeconds(90))
                        .when(new ShowCommand.WakeUp(Duration.ofSeconds(90)));
        Instant then = NOW.plusSeconds(90);
        story.then(
                        new ShowEvent.ShowStoodStill(Duration.ofSeconds(90), then),
                        new CallEvent.LegLost(JAS, then),
                        new CallEvent.LegLost(ROSA, then))
                .when(new ShowCommand.PassTime())
                .nothingHappens();
        assertThat(story.call(DAVE).onAir()).isTrue();
    }

    /// They were lost, and taken while they were looked for; then the program stood still. The take
    /// is over, and they wait as long for their way back as anybody.
    @Test
    void whoeverIsTakenOnTheWayBackIsNotGivenUpForTheTimeInWhichTheShowStoodStill() {
        Story story =
                given(all(all(waiting(JAS), new CallEvent.LegLost(JAS, NOW)), taken(JAS, THREE)))
                        .later(Duration.ofSeconds(90))
                        .when(new ShowCommand.WakeUp(Duration.ofSeconds(90)))
                        .when(new ShowCommand.PassTime());
        assertThat(story.call(JAS).held()).isTrue();
        story.passes(Story.RULES.lostWait().minusMillis(1)).nothingHappens();
        story.passes(Duration.ofMillis(1));
        assertThat(story.show().call(JAS)).isEmpty();
    }
}
