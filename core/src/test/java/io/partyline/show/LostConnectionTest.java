package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.DAVES;
import static io.partyline.show.People.FOUR;
import static io.partyline.show.People.JAS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.ROSA;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.all;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LostConnectionTest {
    private static final Instant EARLIER = NOW.minusSeconds(120);

    @Test
    void aTakeThatFailsPutsTheCallerBackInTheirPlace() {
        Story story =
                given(all(waiting(DAVE, EARLIER), all(waiting(JAS), taken(DAVE, THREE))))
                        .when(new CallCommand.FailTake(DAVE, "The carrier is busy."))
                        .then(new CallEvent.TakeFailed(DAVE, "The carrier is busy.", NOW));
        assertThat(story.show().calls().waiting()).extracting(Call::id).containsExactly(DAVE, JAS);
        assertThat(story.call(DAVE).stage()).isEqualTo(new Stage.Held(EARLIER));
    }

    @Test
    void aTakeFailsWhenTheNetworkCannotBringTheCaller() {
        given(all(waitingOutside(DAVE), taken(DAVE, THREE)))
                .when(new CallCommand.FailFetch(DAVE, "The carrier is busy."))
                .then(new CallEvent.TakeFailed(DAVE, "The carrier is busy.", NOW));
    }

    @Test
    void aLateAnswerOfTheNetworkDoesNotFailTheTakeOfACallerWhoHasComeBackMeanwhile() {
        given(all(waiting(DAVE), taken(DAVE, THREE)))
                .when(new CallCommand.FailFetch(DAVE, "The carrier is busy."))
                .refused(Reason.ALREADY_DONE);
    }

    @Test
    void theChannelOfAFailedTakeIsFreeAtOnce() {
        given(all(waiting(DAVE), all(waiting(JAS), taken(DAVE, THREE))))
                .when(new CallCommand.FailTake(DAVE, "No."), new CallCommand.Take(JAS))
                .then(taken(JAS, THREE));
    }

    @Test
    void aTakeThatLastsTooLongFailsByItself() {
        Story story =
                given(all(waitingOutside(DAVE), taken(DAVE, THREE)))
                        .passes(Story.RULES.takeLimit().minusMillis(1))
                        .nothingHappens()
                        .passes(Duration.ofMillis(1));
        assertThat(story.happened()).hasOnlyElementsOfType(CallEvent.TakeFailed.class).hasSize(1);
        assertThat(story.call(DAVE).held()).isTrue();
    }

    @Test
    void aConnectionThatBreaksDuringATakeFailsTheTake() {
        Story story =
                given(all(waiting(DAVE), taken(DAVE, THREE)))
                        .when(new CallCommand.LoseLeg(DAVE))
                        .then(
                                new CallEvent.TakeFailed(DAVE, "The connection broke.", NOW),
                                new CallEvent.LegLost(DAVE, NOW));
        assertThat(story.call(DAVE).held()).isTrue();
    }

    @Test
    void anAiCallerWhoCannotBeHeardIsLost() {
        given(
                        new CallEvent.AiCallPlaced(TONYS, TONY, Optional.empty(), NOW),
                        taken(TONYS, Channel.AI))
                .when(new CallCommand.FailTake(TONYS, "The sound card stands still."))
                .then(new CallEvent.CallEnded(TONYS, EndedBy.LOST, Optional.of(0L), NOW));
    }

    @Test
    void aCallerWhoseConnectionBreaksOnAirKeepsTheirChannelForAMoment() {
        Story story =
                given(all(onAir(DAVE, THREE), waiting(JAS)))
                        .when(new CallCommand.LoseLeg(DAVE))
                        .then(new CallEvent.LegLost(DAVE, Optional.of(0L), NOW));
        assertThat(story.call(DAVE).stage()).isEqualTo(new Stage.Reconnecting(THREE, NOW));
        story.when(new CallCommand.Take(JAS)).then(taken(JAS, FOUR));
    }

    @Test
    void aCallerWhoComesBackOnALegWaitsInTheirPlace() {
        given(all(onAir(DAVE, THREE), new CallEvent.LegLost(DAVE, NOW)))
                .later(Duration.ofSeconds(4))
                .when(new CallCommand.OpenLeg(DAVE))
                .then(
                        new CallEvent.LegOpened(DAVE, NOW.plusSeconds(4)),
                        new CallEvent.CallHeld(DAVE, NOW, NOW.plusSeconds(4)));
    }

    @Test
    void aCallerWhoFallsIntoTheCarriersQueueWaitsInTheirPlace() {
        Story story =
                given(all(onAir(DAVE, THREE), new CallEvent.LegLost(DAVE, NOW)))
                        .later(Duration.ofSeconds(4))
                        .when(new CallCommand.Wait(DAVE, DAVES, Duration.ofSeconds(3)))
                        .then(new CallEvent.CallHeld(DAVE, NOW, NOW.plusSeconds(4)));
        assertThat(story.call(DAVE).marks().lostSince()).isEmpty();
        assertThat(story.call(DAVE).marks().leg()).isFalse();
    }

    @Test
    void afterTheGraceTheChannelIsFreeButTheCallerIsStillWaitedFor() {
        Instant then = NOW.plus(Story.RULES.reconnect());
        given(all(onAir(DAVE, THREE), all(waiting(JAS), new CallEvent.LegLost(DAVE, NOW))))
                .passes(Story.RULES.reconnect())
                .then(new CallEvent.CallHeld(DAVE, NOW, then), new CallEvent.LegLost(DAVE, then))
                .when(new CallCommand.Take(JAS))
                .then(new CallEvent.CallTaken(JAS, THREE, then));
    }

    @Test
    void aCallerWhoIsNotFoundAgainIsLostInTheEnd() {
        Story story =
                given(all(onAir(DAVE, THREE), new CallEvent.LegLost(DAVE, NOW)))
                        .passes(Story.RULES.reconnect())
                        .passes(Story.RULES.lostWait().minusMillis(1))
                        .nothingHappens()
                        .passes(Duration.ofMillis(1));
        assertThat(story.happened())
                .singleElement()
                .isInstanceOfSatisfying(
                        CallEvent.CallEnded.class,
                        end -> assertThat(end.by()).isEqualTo(EndedBy.LOST));
    }

    @Test
    void aHeldCallerWhoLosesTheirLegIsWaitedFor() {
        Story story =
                given(all(waiting(DAVE), new CallEvent.LegLost(DAVE, NOW)))
                        .passes(Story.RULES.lostWait().minusSeconds(1))
                        .nothingHappens();
        assertThat(story.call(DAVE).held()).isTrue();
    }

    @Test
    void aCallThatRingsForEverIsLost() {
        given(rang(DAVE))
                .passes(Story.RULES.lostWait())
                .then(
                        new CallEvent.CallEnded(
                                DAVE,
                                EndedBy.LOST,
                                Optional.of(Story.samples(Story.RULES.lostWait())),
                                NOW.plus(Story.RULES.lostWait())));
    }

    @Test
    void aCallerWhoWaitsInTheCarriersQueueIsNeverGivenUp() {
        given(waitingOutside(DAVE)).passes(Duration.ofHours(5)).nothingHappens();
    }

    @Test
    void aCallerOfWhomTheShowKnewNothingIsFoundInTheCarriersQueueWithTheirWait() {
        Story story =
                given().when(new CallCommand.Wait(DAVE, DAVES, Duration.ofSeconds(80)))
                        .then(new CallEvent.CallFound(DAVE, DAVES, NOW.minusSeconds(80), NOW));
        assertThat(story.call(DAVE).stage()).isEqualTo(new Stage.Held(NOW.minusSeconds(80)));
    }

    @Test
    void aCallerIsFoundEvenWhileTheLinesAreClosed() {
        given(new ShowEvent.LinesSet(false, NOW))
                .when(new CallCommand.Wait(DAVE, DAVES, Duration.ZERO))
                .then(new CallEvent.CallFound(DAVE, DAVES, NOW, NOW));
    }

    @Test
    void aBannedCallerIsNotFoundAgain() {
        given().when(new CallCommand.Wait(DAVE, new CallerNumber("0199", "banned"), Duration.ZERO))
                .refused(Reason.BANNED);
    }

    @Test
    void aCallThatWasGivenUpAsLostCanBeFoundAgain() {
        Story story =
                given(all(waiting(DAVE), People.ended(DAVE, EndedBy.LOST)))
                        .later(Duration.ofSeconds(100))
                        .when(new CallCommand.Wait(DAVE, DAVES, Duration.ofSeconds(5)));
        assertThat(story.call(DAVE).held()).isTrue();
        assertThat(story.call(DAVE).waitingSince()).isEqualTo(NOW);
        story.when(new CallCommand.CallerGone(DAVE));
        assertThat(story.show().history().records()).hasSize(2);
    }

    @Test
    void whoeverWasCutOffOnTheAirIsAtTheFrontOfTheQueueUntilTheyAreTaken() {
        Story story =
                given(all(waiting(JAS, EARLIER), all(onAir(DAVE, THREE), waiting(ROSA))))
                        .when(new CallCommand.LoseLeg(DAVE), new CallCommand.OpenLeg(DAVE));
        assertThat(story.show().calls().waiting())
                .extracting(Call::id)
                .containsExactly(DAVE, JAS, ROSA);
        story.when(
                new CallCommand.Take(DAVE),
                new CallCommand.Air(DAVE, 0),
                new CallCommand.Hold(DAVE));
        assertThat(story.show().calls().waiting())
                .extracting(Call::id)
                .containsExactly(JAS, DAVE, ROSA);
    }

    @Test
    void severalWhoWereCutOffComeBackInTheOrderInWhichTheyFirstCame() {
        Story story =
                given(all(waiting(JAS, EARLIER), all(onAir(DAVE, THREE), waiting(ROSA))))
                        .when(new CallCommand.Take(JAS), new CallCommand.Air(JAS, 0))
                        .when(new CallCommand.LoseLeg(DAVE), new CallCommand.OpenLeg(DAVE))
                        .later(Duration.ofSeconds(1))
                        .when(new CallCommand.LoseLeg(JAS), new CallCommand.OpenLeg(JAS));
        assertThat(story.show().calls().waiting())
                .extracting(Call::id)
                .containsExactly(JAS, DAVE, ROSA);
    }

    @Test
    void whoeverFindsNoFreeLineGoesOnWaitingAtTheCarrier() {
        Event[] full =
                IntStream.range(0, Story.RULES.lines())
                        .<Event>mapToObj(i ->
                                new CallEvent.CallRang(
                                        new CallId("call-" + i), CallerNumber.WITHHELD, NOW))
                        .toArray(Event[]::new);
        given(full)
                .when(new CallCommand.Wait(DAVE, DAVES, Duration.ofSeconds(80)))
                .refused(Reason.LINES_FULL);
    }
}
