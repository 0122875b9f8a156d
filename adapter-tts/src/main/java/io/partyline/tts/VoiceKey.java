package io.partyline.tts;

/// The secret that opens a voice provider's door.
///
/// It never shows itself in a log, an error or a debugger's list of fields.
public final class VoiceKey {
    private final String secret;

    /// Takes the secret in.
    ///
    /// @throws IllegalArgumentException if it cannot be one; the message does not hold it
    public VoiceKey(String secret) {
        // Checked here, because the HTTP client's own refusal of a header repeats it in full.
        if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "PARTYLINE_TTS_API_KEY must be one word, as the voice's provider shows it.");
        }
        this.secret = secret;
    }

    String reveal() {
        return secret;
    }

    @Override
    public String toString() {
        return "VoiceKey[hidden]";
    }
}
