package io.partyline.twilio;

import io.partyline.carrier.Carrier;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.plan.Account;
import io.partyline.carrier.plan.CarrierPlan;
import io.partyline.carrier.plan.PhoneNumber;
import io.partyline.carrier.plan.RestFault;
import io.partyline.carrier.plan.Tunnel;
import io.partyline.port.AnsweringMachine;
import io.partyline.port.Switchboard.Admission;
import io.partyline.rehearsal.AnsweringMachineContract;
import io.partyline.show.CallId;
import io.partyline.twilio.TwilioSettings.Hold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/// The real adapter, with a made-up carrier over loopback: callers find the lines closed, and say
/// something after the beep.
class TwilioAnsweringMachineContractTest extends AnsweringMachineContract {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final double FAST = 100;

    private final OpenDoor door = new OpenDoor(Hold.STUDIO);
    private final Carrier carrier =
            new Carrier(
                    CarrierPlan.of(
                                    new Account(Sample.ACCOUNT, Sample.TOKEN.reveal()),
                                    PhoneNumber.of(Sample.NUMBER, Sample.BASE),
                                    Tunnel.between(Sample.BASE, door.port()))
                            .speed(FAST));
    private final TwilioAnsweringMachine machine =
            new TwilioAnsweringMachine(
                    Sample.settings(Hold.STUDIO, carrier.apiBaseUrl().toString()));

    @AfterEach
    void close() {
        carrier.close();
        door.close();
    }

    @Override
    protected AnsweringMachine machine() {
        return machine;
    }

    @Override
    protected CallId left() {
        door.switchboard().answersRings(Admission.LEAVE_MESSAGE);
        PhoneCall call = carrier.dial(Sample.CALLER);
        call.leavesMessage(new short[12_000]);
        call.awaitEnd(SOON);
        return new CallId(call.sid());
    }

    @Override
    protected CallId neverDialled() {
        return new CallId(Sample.sid("CA", 404));
    }

    @Override
    protected void isSlow() {
        carrier.faults().rest().next(1, new RestFault.Refused(404));
    }

    @Override
    protected void goesAway() {
        carrier.close();
    }

    @Override
    protected List<String> secrets() {
        var secrets = new ArrayList<String>();
        secrets.addAll(
                List.of(Sample.TOKEN.reveal(), Sample.ACCOUNT, Sample.NUMBER, Sample.CALLER));
        carrier.calls().forEach(call -> secrets.add(call.sid()));
        return secrets;
    }
}
