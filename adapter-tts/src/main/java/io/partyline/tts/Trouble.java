package io.partyline.tts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// What the host is told when a server does not speak. Of what the server says, only its one-word
/// code is repeated: its sentences may hold the key, or what a caller said.
///
/// @param speaker the voice that was asked for
record Trouble(VoiceServer server, Speaker speaker) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String who() {
        return "The voice at " + server.place();
    }

    String failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return switch (cause) {
            case null -> throw new IllegalStateException("a failure without a cause", failure);
            case HttpTimeoutException _ -> say("does not open its door: is its address right?");
            case ConnectException _ ->
                    say("cannot be reached: is it running, and is this computer online?");
            case SSLException _ -> say("has no certificate that this computer trusts.");
            default -> say("could not be asked: the connection broke.");
        };
    }

    String brokeOff() {
        return say("broke off in mid-sentence.");
    }

    String say(String what) {
        return who() + " " + what;
    }

    /// @param code the server's word for it; may be empty
    String refused(int status, String code) {
        return switch (code) {
            case "quota_exceeded", "insufficient_quota", "credit_limit_exceeded" -> noCredit();
            case "voice_not_found", "invalid_voice", "voice_does_not_exist" -> noVoice();
            default -> refusedBy(status, code);
        };
    }

    private String refusedBy(int status, String code) {
        return switch (status) {
            case 200 -> say("answers with text instead of sound%s.".formatted(behind(code)));
            case 401, 403 -> say(keyAdvice());
            case 402 -> noCredit();
            case 404 ->
                    say(
                            "does not know the model \"%s\" or the voice \"%s\": check PARTYLINE_TTS_MODEL, and whether PARTYLINE_TTS_BASE_URL is complete."
                                    .formatted(server.model(), speaker.name()));
            case 429 -> say("has had too many sentences for the moment.");
            default -> other(status, code);
        };
    }

    private String other(int status, String code) {
        return switch (status / 100) {
            case 5 -> say("is out of order (error %d).".formatted(status));
            case 3 -> say("has moved: ask its provider what PARTYLINE_TTS_BASE_URL should be.");
            default ->
                    say(
                            "did not accept the sentence (error %d%s)."
                                    .formatted(status, code.isEmpty() ? "" : ", " + code));
        };
    }

    private static String behind(String code) {
        return code.isEmpty() ? "" : " (" + code + ")";
    }

    private String keyAdvice() {
        return server.key().isPresent()
                ? "does not accept our key: check PARTYLINE_TTS_API_KEY."
                : "wants a key: set PARTYLINE_TTS_API_KEY.";
    }

    private String noCredit() {
        return say("has no credit left for us: see to the account there.");
    }

    private String noVoice() {
        return say(
                "does not know the voice \"%s\": check PARTYLINE_TTS_VOICES."
                        .formatted(speaker.name()));
    }

    /// The server's one-word reason, wherever it puts it; empty if it gives none.
    static String codeIn(String body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return Stream.of(
                            "/error/code", "/error/type", "/detail/status", "/detail/code", "/code")
                    .map(tree::at)
                    .map(node -> node.asText(""))
                    .filter(code -> code.matches("[a-z][a-z_]{2,50}"))
                    .findFirst()
                    .orElse("");
        } catch (JsonProcessingException _) {
            // Not passed on: its message holds the answer, which is nobody's business in a log.
            return "";
        }
    }
}
