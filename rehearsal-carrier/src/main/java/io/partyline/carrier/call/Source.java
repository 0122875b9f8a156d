package io.partyline.carrier.call;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where the next TwiML document comes from.
public sealed interface Source {
    /// It is asked of the show.
    ///
    /// @param extra parameters besides the standard ones
    record Fetch(String url, String method, Map<String, String> extra) implements Source {
        public Fetch(String url, String method) {
            this(url, method, Map.of());
        }

        Fetch with(Map<String, String> more) {
            Map<String, String> both = new LinkedHashMap<>(extra);
            both.putAll(more);
            return new Fetch(url, method, both);
        }
    }

    /// It came by REST as text.
    record Inline(String twiml) implements Source {}
}
