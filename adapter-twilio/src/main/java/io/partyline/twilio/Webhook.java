package io.partyline.twilio;

import io.partyline.port.Switchboard.Answer;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.util.regex.Pattern;

/// A request of the carrier about one call, known to be genuine.
///
/// @param form every field that came, known to us or not
record Webhook(CallId call, CallerNumber number, Form form) {
    private static final int MOST_DIGITS = 7;

    /// How sure the carrier is of a caller's words: 0 to 1.
    private static final Pattern CONFIDENCE = Pattern.compile("0(\\.[0-9]{1,30})?|1(\\.0{1,30})?");

    /// The same, if it says who calls: by that it is decided whether they are let in.
    ///
    /// @throws BadFormException if it does not
    Webhook ofACaller() {
        if (!form.fields().containsKey("From")) {
            throw new BadFormException("The form does not say who calls.");
        }
        return this;
    }

    /// How long the caller has been in the carrier's queue, to the second.
    Duration waited() {
        String seconds = form.value("QueueTime");
        boolean plain = seconds.matches("[0-9]{1," + MOST_DIGITS + "}");
        return plain ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    /// What the caller answered.
    Answer answer(long question) {
        return new Answer(question, form.value("SpeechResult").strip(), confidence());
    }

    private double confidence() {
        String told = form.value("Confidence");
        return CONFIDENCE.matcher(told).matches() ? Double.parseDouble(told) : 1;
    }

    /// Whether the carrier says that the call is over.
    boolean over() {
        return switch (form.value("CallStatus")) {
            case "completed", "busy", "failed", "no-answer", "canceled" -> true;
            default -> false;
        };
    }
}
