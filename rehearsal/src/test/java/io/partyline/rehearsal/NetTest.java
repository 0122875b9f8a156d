package io.partyline.rehearsal;

import static io.partyline.rehearsal.StudioUnderTest.onAir;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Journal;
import io.partyline.rehearsal.HandTelephony.Condition;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.EndedBy;
import io.partyline.show.ShowEvent;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A studio that holds its callers on a leg, on a telephone network worked by hand: nobody who
/// falls into the network's queue stays there, and the network never asks.
class NetTest {
    private static final CallId DAVE = new CallId("call-dave");
    private static final CallId JAS = new CallId("call-jas");
    private static final CallId ROSA = new CallId("call-rosa");

    private final HandTelephony network = new HandTelephony();
    private final StudioUnderTest house = new StudioUnderTest(network, false);

    NetTest() {
        network.reportTo(house.studio());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Studio studio() {
        return house.studio();
    }

    private HandCall held(CallId id) {
        HandCall call = network.dial(id, new CallerNumber("0102", "fingerprint of " + id));
        call.legOpens();
        house.waitFor(() -> stands(id).held());
        return call;
    }

    private Call stands(CallId call) {
        return studio().show().call(call).orElseThrow();
    }

    private void onALeg(HandCall... calls) {
        for (HandCall call : calls) {
            house.waitFor(() -> call.leg().isPresent() && stands(call.id()).marks().leg());
        }
    }

    private List<CallId> queue() {
        return studio().show().calls().waiting().stream().map(Call::id).toList();
    }

    @Test
    void whoeverLosesTheirLegOnTheAirIsBackOnOneAtTheFrontOfTheQueue() {
        HandCall dave = held(DAVE);
        HandCall jas = held(JAS);
        onAir(studio().take(JAS));
        jas.legBreaks();
        onALeg(dave, jas);
        assertThat(queue()).containsExactly(JAS, DAVE);
        house.everyChannelIsFree();
    }

    @Test
    void aTakeOfSomebodyOnTheWayBackWaitsForTheirLeg() {
        HandCall dave = held(DAVE);
        network.becomes(Condition.SLOW);
        dave.legBreaks();
        house.waitFor(dave::sentFor);
        var take = CompletableFuture.supplyAsync(() -> studio().take(DAVE));
        house.waitFor(() -> !stands(DAVE).held());
        dave.legOpens();
        assertThat(onAir(take.join()).onAir()).isTrue();
    }

    @Test
    void afterARestartEverybodyIsOnALegAgainInTheirOrderThoughTheNetworkNeverAsks() {
        HandCall dave = held(DAVE);
        HandCall jas = held(JAS);
        HandCall rosa = held(ROSA);
        onAir(studio().take(ROSA));
        List<Journal.Entry> written = house.written();
        network.becomes(Condition.CUT_OFF);
        house.stop();
        network.becomes(Condition.FINE);
        Studio next = house.restart(network, written);
        network.reportTo(next);
        onALeg(rosa, dave, jas);
        assertThat(queue()).containsExactly(ROSA, DAVE, JAS);
    }

    @Test
    void whoeverThenHasHungUpIsFiledAsSuch() {
        HandCall dave = held(DAVE);
        List<Journal.Entry> written = house.written();
        network.becomes(Condition.CUT_OFF);
        house.stop();
        dave.vanishes();
        network.becomes(Condition.FINE);
        network.reportTo(house.restart(network, written));
        assertThat(house.over(DAVE).by()).isEqualTo(EndedBy.RESTART);
    }

    @Test
    void aShowThatStoodStillSaysForHowLongAndBringsEverybodyBack() {
        HandCall dave = held(DAVE);
        house.standsStill(Duration.ofSeconds(60));
        dave.legBreaks();
        onALeg(dave);
        house.waitFor(() ->
                house.written().stream()
                        .map(Journal.Entry::event)
                        .anyMatch(event ->
                                event instanceof ShowEvent.ShowStoodStill(var away, _)
                                        && away.toSeconds() >= 60));
    }
}
