package io.partyline.app;

import io.partyline.carrier.Carrier;
import io.partyline.carrier.plan.Account;
import io.partyline.carrier.plan.CarrierPlan;
import io.partyline.carrier.plan.PhoneNumber;
import io.partyline.carrier.plan.Tunnel;
import io.partyline.rehearsal.MarkedSecret;
import java.util.Map;

/// The telephone company of a test, and what a show has to be told of it.
final class MadeUpCarrier {
    static final String DAVE = "+15550101";
    static final String JAS = "+15550102";

    private static final String PUBLIC = "https://show.example";
    private static final String NUMBER = "+15550100";
    private static final Account ACCOUNT =
            new Account("AC00000000000000000000000000000001", MarkedSecret.of("carrier"));

    private MadeUpCarrier() {}

    /// @param speed how much faster than life greetings and hold music pass
    static Carrier open(int phonePort, double speed) {
        return new Carrier(plan(tunnel(phonePort)).speed(speed));
    }

    static Tunnel tunnel(int phonePort) {
        return Tunnel.between(PUBLIC, phonePort);
    }

    static CarrierPlan plan(Tunnel tunnel) {
        return CarrierPlan.of(ACCOUNT, PhoneNumber.of(NUMBER, PUBLIC), tunnel);
    }

    /// The settings by which a show finds it.
    static Map<String, String> settings(Carrier carrier, int phonePort) {
        return Map.of(
                "TWILIO_ACCOUNT_SID", ACCOUNT.sid(),
                "TWILIO_AUTH_TOKEN", ACCOUNT.authToken(),
                "TWILIO_PHONE_NUMBER", NUMBER,
                "TWILIO_WEBHOOK_BASE_URL", PUBLIC,
                "TWILIO_API_BASE_URL", carrier.apiBaseUrl().toString(),
                "PARTYLINE_PHONE_PORT", Integer.toString(phonePort),
                "PARTYLINE_STUDIO_PORT", "0");
    }

    static String address(String path) {
        return PUBLIC + path;
    }
}
