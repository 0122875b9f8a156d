package io.partyline.tts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/// What has to be known of a server that speaks.
///
/// A bad value is an [IllegalArgumentException] whose sentence names the setting and says what
/// would be right.
///
/// @param base the address that the rest is added to, without a slash at its end
/// @param key empty for servers that want none
/// @param model the model's name, as its server knows it
/// @param patience how long it is waited for
public record VoiceServer(URI base, Optional<VoiceKey> key, String model, Patience patience) {
    /// Where OpenAI's own voices are.
    public static final String OPEN_AI = "https://api.openai.com/v1";

    /// OpenAI's model for speech that the server streams.
    public static final String OPEN_AI_MODEL = "gpt-4o-mini-tts";

    /// Where ElevenLabs is.
    public static final String ELEVEN_LABS = "https://api.elevenlabs.io";

    /// The fastest of ElevenLabs' models.
    public static final String ELEVEN_LABS_MODEL = "eleven_flash_v2_5";

    private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "localhost", "[::1]");

    public VoiceServer {
        if (key.isPresent() && !secure(base)) {
            throw new IllegalArgumentException(
                    "PARTYLINE_TTS_BASE_URL is not https, so PARTYLINE_TTS_API_KEY could be read on"
                            + " the way: use https, or leave the key out.");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException(
                    "PARTYLINE_TTS_MODEL, the model's name at its provider, is missing.");
        }
    }

    /// An address as somebody typed it.
    ///
    /// @throws IllegalArgumentException if it is none; the message does not repeat it, because it
    ///   may hold a password
    public static URI address(String typed) {
        try {
            URI uri = new URI(typed.strip().replaceAll("/+$", ""));
            if (isWeb(uri) && uri.getHost() != null && isBare(uri)) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // Falls through to the sentence below, which is the same for both mistakes.
        }
        throw new IllegalArgumentException(
                "PARTYLINE_TTS_BASE_URL must be a web address without password, ? and #, such as "
                        + OPEN_AI
                        + ".");
    }

    /// The address as the host knows it: who speaks there.
    String place() {
        return base.getAuthority();
    }

    private static boolean isWeb(URI uri) {
        return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    }

    private static boolean isBare(URI uri) {
        return uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    private static boolean secure(URI uri) {
        return "https".equals(uri.getScheme()) || THIS_COMPUTER.contains(uri.getHost());
    }
}
