package io.partyline.twilio;

import io.partyline.carrier.Carrier;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.plan.Account;
import io.partyline.carrier.plan.CarrierPlan;
import io.partyline.carrier.plan.PhoneNumber;
import io.partyline.carrier.plan.RestFault;
import io.partyline.carrier.plan.Tunnel;
import io.partyline.port.Telephony;
import io.partyline.rehearsal.TelephonyContract;
import io.partyline.show.CallId;
import io.partyline.twilio.TwilioSettings.Hold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/// The real adapter, both ways, on the telephone with a made-up carrier over loopback.
class TwilioTelephonyContractTest extends TelephonyContract {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final double FAST = 100;
    private static final int OUT_OF_ORDER = 503;

    /// So many requests as no test makes.
    private static final int ALL = 100;

    private final OpenDoor door = OpenDoor.to(Hold.CARRIER, show());
    private final Carrier carrier =
            new Carrier(
                    CarrierPlan.of(
                                    new Account(Sample.ACCOUNT, Sample.TOKEN.reveal()),
                                    PhoneNumber.of(Sample.NUMBER, Sample.BASE),
                                    Tunnel.between(Sample.BASE, door.port()))
                            .speed(FAST));
    private final TwilioTelephony telephony =
            Sample.telephony(Hold.CARRIER, carrier.apiBaseUrl().toString(), door.tokens());

    @AfterEach
    void close() {
        carrier.close();
        door.close();
    }

    @Override
    protected Telephony telephony() {
        return telephony;
    }

    @Override
    protected CallId dialled() {
        PhoneCall call = carrier.dial(Sample.CALLER);
        call.await(CallPhase.IN_QUEUE, SOON);
        return new CallId(call.sid());
    }

    @Override
    protected void hangsUp(CallId call) {
        PhoneCall phone =
                carrier.calls().stream()
                        .filter(each -> each.sid().equals(call.value()))
                        .findFirst()
                        .orElseThrow();
        phone.hangUp();
        phone.awaitEnd(SOON);
    }

    @Override
    protected CallId neverDialled() {
        return new CallId(Sample.sid("CA", 404));
    }

    @Override
    protected void keepsLegs() {
        carrier.faults().rest().next(ALL, new RestFault.NoEffect());
    }

    @Override
    protected void refuses() {
        carrier.faults().rest().next(ALL, new RestFault.Refused(OUT_OF_ORDER));
    }

    @Override
    protected void goesAway() {
        carrier.close();
    }

    @Override
    protected void recovers() {
        carrier.faults().rest().clear();
    }

    @Override
    protected List<String> secrets() {
        var secrets = new ArrayList<String>();
        secrets.addAll(
                List.of(Sample.TOKEN.reveal(), Sample.ACCOUNT, Sample.NUMBER, Sample.CALLER));
        secrets.add(neverDialled().value());
        carrier.calls().forEach(call -> secrets.add(call.sid()));
        return secrets;
    }
}
