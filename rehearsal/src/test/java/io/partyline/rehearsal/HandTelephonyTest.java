package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.rehearsal.HandTelephony.Condition;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HandTelephonyTest extends TelephonyContract {
    private static final CallId ROSA = new CallId("call-rosa");
    private static final CallerNumber NUMBER = new CallerNumber("0123", "print-of-rosa");

    private final HandTelephony network = new HandTelephony();
    private final Map<CallId, HandCall> calls = new HashMap<>();

    HandTelephonyTest() {
        network.reportTo(show());
    }

    @Override
    protected Telephony telephony() {
        return network;
    }

    @Override
    protected CallId dialled() {
        var id = new CallId("call-" + (calls.size() + 1));
        HandCall call = network.dial(id, NUMBER);
        call.waits(Duration.ZERO);
        calls.put(id, call);
        return id;
    }

    @Override
    protected void hangsUp(CallId call) {
        Objects.requireNonNull(calls.get(call)).hangsUp();
    }

    @Override
    protected CallId neverDialled() {
        return new CallId("call-of-nobody");
    }

    @Override
    protected void keepsLegs() {
        network.becomes(Condition.SLOW);
    }

    @Override
    protected void refuses() {
        network.becomes(Condition.BUSY);
    }

    @Override
    protected void goesAway() {
        network.becomes(Condition.CUT_OFF);
    }

    @Override
    protected void recovers() {
        network.becomes(Condition.FINE);
    }

    @Override
    protected List<String> secrets() {
        return List.of("call-", NUMBER.lastFour(), NUMBER.fingerprint());
    }

    @Test
    void aCallerWhoIsBeingGreetedCannotBeConnectedYet() {
        network.dial(ROSA, NUMBER);
        assertThatThrownBy(() -> network.connect(ROSA))
                .isInstanceOf(TelephonyException.class)
                .hasMessage("That caller is not waiting yet.");
    }

    @Test
    void aCallerOnALegDoesNotWaitAndCannotBeConnected() {
        HandCall rosa = network.dial(ROSA, NUMBER);
        assertThat(rosa.legOpens()).isPresent();
        assertThatThrownBy(() -> network.connect(ROSA))
                .isInstanceOf(TelephonyException.class)
                .hasMessage("That caller is connected already.");
        rosa.legBreaks();
        assertThat(rosa.waiting()).isTrue();
        network.connect(ROSA);
        assertThat(rosa.leg()).isPresent();
    }

    @Test
    void aLegComesWhenItIsLetIfTheNetworkIsSlow() {
        network.becomes(Condition.SLOW);
        HandCall rosa = network.dial(ROSA, NUMBER);
        rosa.waits(Duration.ZERO);
        network.connect(ROSA);
        assertThat(rosa.sentFor()).isTrue();
        assertThat(rosa.leg()).isEmpty();
        assertThat(rosa.legOpens()).isPresent().isEqualTo(rosa.leg());
        assertThat(rosa.sentFor()).isFalse();
    }

    @Test
    void nobodyDoesAnythingOnceTheirCallIsOver() {
        HandCall rosa = network.dial(ROSA, NUMBER);
        rosa.vanishes();
        assertThat(network.hasEnded(ROSA)).isTrue();
        assertThatThrownBy(rosa::legOpens).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(rosa::legBreaks).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> rosa.waits(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodyDialsTwiceOrWhereNoShowCanBeReached() {
        network.dial(ROSA, NUMBER);
        assertThatThrownBy(() -> network.dial(ROSA, NUMBER))
                .isInstanceOf(IllegalStateException.class);
        network.becomes(Condition.CUT_OFF);
        assertThatThrownBy(() -> network.dial(neverDialled(), NUMBER))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new HandTelephony().dial(ROSA, NUMBER))
                .isInstanceOf(IllegalStateException.class);
    }
}
