package io.partyline.benchmarks.load;

import io.partyline.carrier.office.Signatures;
import java.util.Map;

/// Whose calls these are at the made-up carrier, and how it signs.
///
/// @param sid the account's id
/// @param token what it signs with
/// @param base the show's public address, without a slash at its end
record Account(String sid, String token, String base) {
    /// Of no account anywhere.
    static final Account MADE_UP =
            new Account("AC" + "0".repeat(32), "12345", "https://show.example");

    static final String NUMBER = "+15550100";

    /// The signature on a webhook.
    String webhook(String path, Map<String, String> form) {
        return new Signatures(token).of(base + path, form);
    }

    /// The signature on the request that opens a stream.
    String handshake(String stream) {
        return new Signatures(token).of(stream, Map.of());
    }
}
