package io.partyline.carrier;

import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.plan.Account;
import io.partyline.carrier.plan.CarrierPlan;
import io.partyline.carrier.plan.PhoneNumber;
import io.partyline.carrier.plan.Tunnel;
import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A tiny show and a carrier in front of it, fresh for each test, prompts 200 times faster than
/// life.
abstract class OnTheLine {
    static final Duration SOON = Duration.ofSeconds(60);
    static final String CALLER = "+15550123";
    static final String VOICE = "/api/twilio/voice";
    static final String WAIT = "/api/twilio/hold-music";
    static final String LEFT = "/api/twilio/queue-left";
    static final String STATUS = "/api/twilio/status";
    static final String STREAM_STATUS = "/api/twilio/stream-status";
    static final String STREAM = "/api/twilio/stream";
    static final Account ACCOUNT = new Account("AC" + "0".repeat(31) + "1", "12345");

    static final String ENQUEUE =
            "<Enqueue waitUrl=\"%s\" action=\"%s\">hold</Enqueue>".formatted(WAIT, LEFT);

    static final String CONNECT =
            ("<Connect><Stream url=\"wss://show.example%s\""
                            + " statusCallback=\"https://show.example%s\"><Parameter name=\"token\""
                            + " value=\"abc\"/></Stream></Connect>")
                    .formatted(STREAM, STREAM_STATUS);

    TinyShow show;
    Tunnel tunnel;
    Carrier carrier;

    @BeforeEach
    void open() throws IOException {
        show = new TinyShow();
        show.answers(STREAM, "");
        show.answers(LEFT, "");
        tunnel = Tunnel.between(TinyShow.BASE, show.port());
        carrier = new Carrier(plan(number()));
    }

    @AfterEach
    void close() throws IOException {
        carrier.close();
        show.close();
    }

    static PhoneNumber number() {
        return PhoneNumber.of("+15550100", TinyShow.BASE);
    }

    CarrierPlan plan(PhoneNumber number) {
        return CarrierPlan.of(ACCOUNT, number, tunnel).seed(7).speed(200);
    }

    /// Starts over with another plan.
    void reopen(UnaryOperator<CarrierPlan> change) {
        carrier.close();
        carrier = new Carrier(change.apply(plan(number())));
    }

    /// Dials while the show answers so.
    PhoneCall dialInto(String verbs) {
        show.answers(VOICE, verbs);
        return carrier.dial(CALLER);
    }

    Desk desk() {
        return new Desk(carrier.apiBaseUrl(), ACCOUNT);
    }
}
