package io.partyline.rehearsal;

import static io.partyline.rehearsal.StudioUnderTest.onAir;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.CallLeg;
import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.port.Journal;
import io.partyline.rehearsal.HandTelephony.Condition;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.EndedBy;
import io.partyline.show.ShowRules;
import io.partyline.show.Stage;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A studio whose callers wait in the queue of a telephone network that is worked by hand: what
/// becomes of a call when the network does not do as it should.
class StudioOnTheTelephoneTest {
    private static final CallId DAVE = new CallId("call-dave");
    private static final CallId JAS = new CallId("call-jas");
    private static final Duration A_WHILE = Duration.ofSeconds(80);

    private final HandTelephony network = new HandTelephony();
    private final StudioUnderTest house = new StudioUnderTest(network, true);

    StudioOnTheTelephoneTest() {
        network.reportTo(house.studio());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aCallerWhoWaitsInTheQueueIsOnAirOnceTheirLegHasCome() {
        HandCall dave = held(DAVE);
        assertThat(dave.waiting()).isTrue();
        assertThat(onAir(studio().take(DAVE)).onAir()).isTrue();
        CallLeg leg = dave.leg().orElseThrow();
        studio().ask(new CallCommand.HangUp(DAVE));
        assertThat(house.over(DAVE).by()).isEqualTo(EndedBy.HOST);
        house.waitFor(dave::over);
        assertThat(leg.over()).isTrue();
        house.nothingIsTaken();
    }

    @Test
    void aCallerWhoseLegBreaksIsFirstInTheQueueWhileTheNetworkHasThem() {
        HandCall dave = held(DAVE);
        held(JAS);
        onAir(studio().take(DAVE));
        dave.legBreaks();
        house.waitFor(() -> stands(DAVE).held());
        assertThat(studio().show().calls().waiting())
                .extracting(Call::id)
                .containsExactly(DAVE, JAS);
        house.everyChannelIsFree();
        assertThat(onAir(studio().take(DAVE)).caller().name()).isEqualTo("Caller #1");
    }

    @Test
    void aCallerWhoseHangUpWasNeverReportedAndWhoseLegBrokeIsFiledAsHavingHungUp() {
        HandCall dave = held(DAVE);
        onAir(studio().take(DAVE));
        dave.vanishes();
        assertThat(house.over(DAVE).by()).isEqualTo(EndedBy.CALLER);
        assertThat(house.record(DAVE).aired()).isTrue();
        house.nothingIsTaken();
    }

    @Test
    void afterARestartACallThatTheNetworkNoLongerHasIsFiledOnceAndAsEndedByIt() {
        HandCall dave = held(DAVE);
        HandCall jas = held(JAS);
        onAir(studio().take(DAVE));
        Instant since = stands(JAS).waitingSince();
        restart(dave);
        assertThat(house.over(DAVE).by()).isEqualTo(EndedBy.RESTART);
        assertThat(endings()).containsExactly(DAVE);
        house.nothingIsTaken();
        jas.waits(A_WHILE);
        assertThat(stands(JAS).waitingSince()).isEqualTo(since);
        assertThat(onAir(studio().take(JAS)).onAir()).isTrue();
    }

    @Test
    void aTakeThatTheNetworkHasNoTimeForIsAskedForAgainUntilItHas() {
        HandCall dave = held(DAVE);
        network.becomes(Condition.OVERRUN);
        var take = CompletableFuture.supplyAsync(() -> studio().take(DAVE));
        house.waitFor(() -> stands(DAVE).stage() instanceof Stage.Taking);
        network.becomes(Condition.FINE);
        assertThat(onAir(take.join()).onAir()).isTrue();
        assertThat(dave.leg()).isPresent();
    }

    @Test
    void aTakeWhosePathCannotBeOpenedFailsAtOnceAndInWords() {
        HandCall dave = held(DAVE);
        var take = sentFor(dave);
        dave.legFails();
        assertThat(take.join())
                .isEqualTo(
                        new TakeOutcome.Failed(
                                "The telephone company could not connect the caller's audio."));
        house.everyChannelIsFree();
        network.becomes(Condition.FINE);
        assertThat(onAir(studio().take(DAVE)).onAir()).isTrue();
    }

    @Test
    void aRefusedConnectLeavesTheCallerInTheirPlaceWithTheirWaitingTime() {
        held(DAVE);
        house.pass(A_WHILE);
        HandCall jas = held(JAS);
        Instant since = stands(DAVE).waitingSince();
        network.becomes(Condition.BUSY);
        assertThat(studio().take(DAVE))
                .isEqualTo(
                        new TakeOutcome.Failed(
                                "The telephone network is too busy: try again later."));
        assertThat(stands(DAVE).waitingSince()).isEqualTo(since);
        assertThat(studio().show().calls().waiting())
                .extracting(Call::id)
                .containsExactly(DAVE, JAS);
        assertThat(jas.waiting()).isTrue();
        house.everyChannelIsFree();
        network.becomes(Condition.FINE);
        assertThat(onAir(studio().take(DAVE)).channel().orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void aConnectWhoseLegNeverArrivesIsGivenUpAndTheCallerIsInTheirPlace() {
        HandCall dave = held(DAVE);
        house.pass(A_WHILE);
        held(JAS);
        Instant since = stands(DAVE).waitingSince();
        var take = sentFor(dave);
        house.pass(ShowRules.DEFAULT.takeLimit());
        assertThat(take.join())
                .isEqualTo(new TakeOutcome.Failed("The caller could not be reached in time."));
        assertThat(stands(DAVE).waitingSince()).isEqualTo(since);
        assertThat(studio().show().calls().next().orElseThrow().id()).isEqualTo(DAVE);
        house.everyChannelIsFree();
    }

    @Test
    void aLegThatComesAfterTheTakeWasGivenUpPutsNobodyOnTheAir() {
        HandCall dave = held(DAVE);
        var take = sentFor(dave);
        house.pass(ShowRules.DEFAULT.takeLimit());
        take.join();
        assertThat(dave.legOpens()).isPresent();
        assertThat(stands(DAVE).held()).isTrue();
        assertThat(stands(DAVE).marks().leg()).isTrue();
        house.everyChannelIsFree();
        assertThat(onAir(studio().take(DAVE)).onAir()).isTrue();
        assertThat(dave.leg()).isPresent();
    }

    @Test
    void aCallerWhoHangsUpWhileBeingTakenHasGoneAndNobodyElseHas() {
        HandCall dave = held(DAVE);
        held(JAS);
        var take = sentFor(dave);
        dave.hangsUp();
        assertThat(take.join())
                .isEqualTo(new TakeOutcome.Failed("That caller is no longer on the line."));
        assertThat(house.over(DAVE).by()).isEqualTo(EndedBy.CALLER);
        assertThat(house.record(DAVE).aired()).isFalse();
        house.nothingIsTaken();
        network.becomes(Condition.FINE);
        assertThat(onAir(studio().takeNext(false)).id()).isEqualTo(JAS);
    }

    @Test
    void aCallerWhoWentUnnoticedIsFoundOutWhenTheyAreTaken() {
        held(DAVE).vanishes();
        assertThat(stands(DAVE).held()).isTrue();
        assertThat(studio().take(DAVE))
                .isEqualTo(new TakeOutcome.Failed("That caller is no longer on the line."));
        assertThat(house.over(DAVE).by()).isEqualTo(EndedBy.CALLER);
        house.nothingIsTaken();
    }

    @Test
    void whileTheNetworkCannotBeReachedNobodyIsTakenForGone() {
        HandCall dave = held(DAVE);
        onAir(studio().take(DAVE));
        network.becomes(Condition.CUT_OFF);
        dave.legBreaks();
        house.waitFor(() -> stands(DAVE).stage() instanceof Stage.Reconnecting);
        house.pass(ShowRules.DEFAULT.reconnect());
        assertThat(stands(DAVE).held()).isTrue();
        house.everyChannelIsFree();
        house.waitFor(() ->
                studio().health().stream()
                        .anyMatch(part ->
                                part.detail().equals("The telephone network cannot be reached.")));
    }

    private Studio studio() {
        return house.studio();
    }

    private HandCall held(CallId id) {
        HandCall call = network.dial(id, new CallerNumber("0102", "fingerprint of " + id));
        call.waits(Duration.ZERO);
        return call;
    }

    private Call stands(CallId call) {
        return studio().show().call(call).orElseThrow();
    }

    /// A take whose leg does not come by itself.
    private CompletableFuture<TakeOutcome> sentFor(HandCall call) {
        network.becomes(Condition.SLOW);
        var take = CompletableFuture.supplyAsync(() -> studio().take(call.id()));
        house.waitFor(call::sentFor);
        return take;
    }

    /// The program is killed, and started again when one of its callers has gone.
    private void restart(HandCall gone) {
        List<Journal.Entry> written = house.written();
        network.becomes(Condition.CUT_OFF);
        house.stop();
        gone.vanishes();
        network.becomes(Condition.FINE);
        network.reportTo(house.restart(network, written));
    }

    private List<CallId> endings() {
        return house.written().stream()
                .map(Journal.Entry::event)
                .filter(CallEvent.CallEnded.class::isInstance)
                .map(event -> ((CallEvent.CallEnded) event).call())
                .toList();
    }
}
