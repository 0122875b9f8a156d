package io.partyline.twilio;

import java.nio.charset.StandardCharsets;

/// The secret shared with the carrier: it signs what the carrier asks of us and opens its REST
/// desk.
///
/// It never shows itself in a log, an error or a debugger's list of fields.
public final class AuthToken {
    private final String secret;

    /// Takes the secret in.
    ///
    /// @throws IllegalArgumentException if there is nothing in it
    public AuthToken(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("TWILIO_AUTH_TOKEN is empty.");
        }
        this.secret = secret;
    }

    String reveal() {
        return secret;
    }

    byte[] bytes() {
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "AuthToken[hidden]";
    }
}
