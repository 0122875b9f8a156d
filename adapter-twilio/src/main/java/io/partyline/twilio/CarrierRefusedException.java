package io.partyline.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The carrier's REST desk said no.
///
/// The carrier's own words are not kept: they may hold ids and numbers.
final class CarrierRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final Set<Integer> NOT_OURS = Set.of(401, 403);

    /// The carrier's own codes for a call that it does not know, and for one that is over.
    private static final Set<Integer> ENDED = Set.of(20404, 21220);

    private static final ObjectMapper JSON = new ObjectMapper();

    /// How long the carrier is left alone if it is too busy and does not say.
    private static final Duration USUAL_PAUSE = Duration.ofMillis(300);

    /// The longest that it is left alone, whatever it says: a show cannot wait for ever.
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final int status;
    private final int code;
    private final Duration pause;

    private CarrierRefusedException(int status, int code, Duration pause) {
        super("The carrier answered with HTTP " + status + ", code " + code + ".");
        this.status = status;
        this.code = code;
        this.pause = pause;
    }

    /// @param body JSON with a `code`, if it comes from the desk itself; anything, if from a proxy
    /// @param retryAfter what the carrier says of when to ask again: seconds, a date or nothing
    static CarrierRefusedException of(int status, String body, Optional<String> retryAfter) {
        return new CarrierRefusedException(status, code(body), pause(retryAfter));
    }

    private static int code(String body) {
        try {
            return JSON.readTree(body).path("code").asInt();
        } catch (JsonProcessingException _) {
            return 0;
        }
    }

    private static Duration pause(Optional<String> retryAfter) {
        return retryAfter
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(said -> said.compareTo(LONGEST_PAUSE) < 0 ? said : LONGEST_PAUSE)
                .filter(Duration::isPositive)
                .orElse(USUAL_PAUSE);
    }

    /// The call is over, or never was.
    boolean ended() {
        return status == NOT_FOUND || ENDED.contains(code);
    }

    /// The carrier has not looked at the request, so that it may be sent again.
    boolean unseen() {
        return status == TOO_MANY;
    }

    /// How long the carrier wants to be left alone, if it was too busy.
    Duration pause() {
        return pause;
    }

    /// What the host is told.
    String sentence() {
        if (ended()) {
            return "That caller is no longer on the line.";
        }
        if (NOT_OURS.contains(status)) {
            return "The telephone company does not know our account:"
                    + " check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.";
        }
        return unseen()
                ? "The telephone company is too busy: try again in a moment."
                : "The telephone company had a fault and did nothing.";
    }
}
