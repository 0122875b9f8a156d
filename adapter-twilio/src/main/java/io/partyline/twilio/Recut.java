package io.partyline.twilio;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a form could be another one, cut anew. The signature covers names and values one behind
/// the other, with nothing in between, so it fits every cut that gives the same letters: whoever
/// has overheard `Direction=inbound` and `From=+15550100` may send `Direction=inboundFrom+15550100`
/// and be nobody.
///
/// What decides must therefore be a field of its own, and look like what it is. Other fields may
/// hold what they like, and there may be any number of them.
final class Recut {
    /// The fields that something here is decided by.
    private static final List<String> DECISIVE =
            List.of(
                    "AccountSid",
                    "CallSid",
                    "CallStatus",
                    "Confidence",
                    "From",
                    "QueueTime",
                    "SpeechResult",
                    "StreamEvent",
                    "StreamName");

    /// Names of the carrier's that hold another.
    private static final Set<String> LONGER =
            Set.of(
                    "AvgQueueTime",
                    "ForwardedFrom",
                    "FromCity",
                    "FromCountry",
                    "FromState",
                    "FromZip",
                    "ParentCallSid");

    private static final Pattern WORD = Pattern.compile("[a-z-]{0,40}");

    /// A number however it is written, a word such as `anonymous`, or an address with its scheme.
    private static final Pattern CALLER =
            Pattern.compile(
                    "\\+?[0-9*#() .-]{0,40}|[A-Za-z][A-Za-z _-]{0,40}|[a-z]{2,16}:[!-~]{1,250}");

    private Recut() {}

    /// @throws BadFormException if it could be
    static void check(Form form) {
        for (String wanted : DECISIVE) {
            if (!form.fields().containsKey(wanted)) {
                form.fields().entrySet().forEach(field -> check(field, wanted));
            }
        }
        requirePlain(form, "CallStatus", WORD);
        requirePlain(form, "Direction", WORD);
        requirePlain(form, "From", CALLER);
    }

    /// Fields stand in the order of their names, so one can only have swallowed what comes behind.
    private static void check(Map.Entry<String, List<String>> field, String wanted) {
        String name = field.getKey();
        boolean swallowed =
                name.compareTo(wanted) < 0
                        && field.getValue().stream().anyMatch(value -> value.contains(wanted));
        boolean melted = name.contains(wanted) && !LONGER.contains(name);
        if (swallowed || melted) {
            throw new BadFormException("The form has no field " + wanted + ", but inside another.");
        }
    }

    private static void requirePlain(Form form, String name, Pattern plain) {
        if (!plain.matcher(form.value(name)).matches()) {
            throw new BadFormException("The form has a " + name + " that is none.");
        }
    }
}
