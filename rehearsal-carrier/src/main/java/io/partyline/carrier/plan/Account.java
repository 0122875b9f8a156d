package io.partyline.carrier.plan;

import java.util.regex.Pattern;

/// A customer's account with the carrier: its id, and the token that signs requests and opens the
/// REST desk.
///
/// @param sid `AC` and 32 hexadecimal digits
/// @param authToken the shared secret; any text that is not blank
public record Account(String sid, String authToken) {
    private static final Pattern SID = Pattern.compile("AC[0-9a-fA-F]{32}");

    public Account {
        if (!SID.matcher(sid).matches()) {
            throw new IllegalArgumentException("An account id is AC and 32 hex digits: " + sid);
        }
        if (authToken.isBlank()) {
            throw new IllegalArgumentException("The auth token must not be blank.");
        }
    }

    /// Says which account, and keeps the token to itself.
    @Override
    public String toString() {
        return "Account[" + sid + "]";
    }
}
