package io.partyline.llm;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What has to be known of a model before it can be asked.
///
/// A bad value is an [IllegalArgumentException] whose sentence names the setting and says what
/// would be right.
///
/// @param dialect how it is spoken to
/// @param base the address that the dialect's own path is added to, without a slash at its end
/// @param key empty for models that want none
/// @param model the model's name, as its server knows it
/// @param fastModel the one that is asked small things, such as for a summary; may be the same
/// @param firstWord how long it may take to begin; the whole answer's limit is the prompt's
public record ModelSettings(
        Dialect dialect,
        URI base,
        Optional<ApiKey> key,
        String model,
        String fastModel,
        Duration firstWord) {

    /// Where Ollama listens unless it is told otherwise, by its own documentation.
    public static final String OLLAMA = "http://localhost:11434/v1";

    /// Where Anthropic's models answer, by its own documentation.
    public static final String ANTHROPIC = "https://api.anthropic.com";

    /// Later than this, the caller's answer comes into another conversation.
    public static final Duration FIRST_WORD = Duration.ofSeconds(8);

    /// A model on this computer is first read from its disk.
    public static final Duration FIRST_WORD_FROM_DISK = Duration.ofSeconds(60);

    private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "localhost", "[::1]");

    public ModelSettings {
        if (key.isPresent() && !secure(base)) {
            throw new IllegalArgumentException(
                    "PARTYLINE_LLM_BASE_URL is not https, so PARTYLINE_LLM_API_KEY could be read on"
                            + " the way: use https, or leave the key out.");
        }
        if (model.isBlank() || fastModel.isBlank()) {
            throw new IllegalArgumentException(
                    "PARTYLINE_LLM_MODEL, the model's name at its provider, is missing.");
        }
    }

    /// A model that is spoken to in OpenAI's dialect.
    public ModelSettings(
            URI base, Optional<ApiKey> key, String model, String fastModel, Duration firstWord) {
        this(Dialect.OPENAI, base, key, model, fastModel, firstWord);
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
                "PARTYLINE_LLM_BASE_URL must be a web address without password, ? and #, such as "
                        + OLLAMA
                        + ".");
    }

    String modelFor(boolean small) {
        return small ? fastModel : model;
    }

    /// The address as the host knows it: who answers there.
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
