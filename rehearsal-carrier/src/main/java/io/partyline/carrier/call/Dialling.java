package io.partyline.carrier.call;

import java.util.LinkedHashMap;
import java.util.Map;

/// Who dials, and whatever else the carrier tells about them.
///
/// @param from the caller's number, or one of the carrier's words such as `anonymous`
/// @param extra parameters of every webhook of the call; they replace standard ones of the same
///   name
public record Dialling(String from, Map<String, String> extra) {
    public Dialling {
        extra = Map.copyOf(extra);
    }

    /// An ordinary call from a number whose owner the networks have verified.
    public static Dialling from(String number) {
        return new Dialling(number, Map.of("StirVerstat", "TN-Validation-Passed-A"));
    }

    /// A call by somebody who withholds the number.
    public static Dialling anonymous() {
        return new Dialling("anonymous", Map.of());
    }

    /// The same call with one more thing told about it.
    public Dialling with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(extra);
        more.put(name, value);
        return new Dialling(from, more);
    }
}
