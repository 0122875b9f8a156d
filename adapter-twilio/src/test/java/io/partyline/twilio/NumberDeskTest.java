package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.carrier.Carrier;
import io.partyline.carrier.plan.Account;
import io.partyline.carrier.plan.CarrierPlan;
import io.partyline.carrier.plan.PhoneNumber;
import io.partyline.carrier.plan.PhoneNumber.Hook;
import io.partyline.carrier.plan.Tunnel;
import io.partyline.port.TelephonyException;
import io.partyline.twilio.TwilioSettings.Hold;
import io.partyline.twilio.TwilioSettings.Net;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NumberDeskTest {
    private static final String BIN = "https://bin.example/b";
    private static final Net WITH_BIN = new Net(Optional.of(BIN), Optional.empty());

    private final Carrier carrier =
            new Carrier(
                    CarrierPlan.of(
                            new Account(Sample.ACCOUNT, Sample.TOKEN.reveal()),
                            PhoneNumber.of(Sample.NUMBER, Sample.BASE),
                            Tunnel.between(Sample.BASE, 1)));

    @AfterEach
    void close() {
        carrier.close();
    }

    private NumberDesk desk(Net net) {
        return new NumberDesk(Sample.settings(Hold.STUDIO, carrier.apiBaseUrl().toString(), net));
    }

    @Test
    void aNumberThatLeadsHereNeedsNothing() {
        assertThat(desk(Net.BARE).differences()).isEmpty();
    }

    @Test
    void aMissingFallbackAddressIsToldWithWhatItCosts() {
        assertThat(desk(WITH_BIN).differences())
                .containsExactly(
                        "When that fails, calls go to nobody, not https://bin.example/b: callers"
                                + " are lost if this program stops while the telephone company"
                                + " asks it what to do with them, and whoever calls before it is"
                                + " back hears an error.");
    }

    @Test
    void wrongAddressesAndMethodsAreTold() {
        carrier.configure(number ->
                number.withVoice(Hook.post("https://old.example/voice"))
                        .withStatus(new Hook(Sample.BASE + "/api/twilio/status", "GET")));
        assertThat(desk(Net.BARE).differences())
                .containsExactly(
                        "Calls go to https://old.example/voice, not"
                                + " https://show.example/api/twilio/voice: callers do not reach"
                                + " the show.",
                        "The end of a call is reported to https://show.example/api/twilio/status"
                                + " by GET, not by POST: whoever hangs up while waiting stays in"
                                + " the queue for a while.");
    }

    @Test
    void repairingSetsEverythingThatTheShowNeeds() {
        carrier.configure(number ->
                number.withVoice(Hook.post("https://old.example/voice")).withStatus(Hook.NONE));
        desk(WITH_BIN).repair();
        assertThat(desk(WITH_BIN).differences()).isEmpty();
        assertThat(carrier.number())
                .isEqualTo(
                        PhoneNumber.of(Sample.NUMBER, Sample.BASE)
                                .withFallback(new Hook(BIN, "GET")));
    }

    @Test
    void repairingLeavesAFallbackAloneOfWhichTheSettingsKnowNothing() {
        carrier.configure(
                number -> number.withVoice(Hook.NONE).withFallback("https://other.example/b"));
        desk(Net.BARE).repair();
        assertThat(carrier.number().fallback()).isEqualTo(Hook.post("https://other.example/b"));
        assertThat(desk(Net.BARE).differences()).isEmpty();
    }

    @Test
    void aNumberOfAnotherAccountIsSaidSo() {
        var other =
                new TwilioSettings(
                        Sample.ACCOUNT,
                        Sample.TOKEN,
                        "+15550199",
                        Sample.BASE,
                        carrier.apiBaseUrl().toString(),
                        Hold.STUDIO,
                        Net.BARE,
                        "Show",
                        "Host");
        assertThatThrownBy(() -> new NumberDesk(other).differences())
                .isInstanceOf(TelephonyException.class)
                .hasMessage("TWILIO_PHONE_NUMBER is not a number of this account.");
    }
}
