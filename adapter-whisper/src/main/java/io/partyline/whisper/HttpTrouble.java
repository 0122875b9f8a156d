package io.partyline.whisper;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/// What the host is told when a transcriber's server does not answer. Nothing of what the server
/// says is repeated: it may hold the key, or what a caller said.
record HttpTrouble(HttpEarsSettings settings) {
    String failed(Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException _ -> who("does not open its door: is its address right?");
            case ConnectException _ ->
                    who("cannot be reached: is it running, and is this computer online?");
            case SSLException _ -> who("has no certificate that this computer trusts.");
            default -> who("could not be asked: the connection broke.");
        };
    }

    String refused(int status) {
        return switch (status) {
            case 401, 403 ->
                    who(
                            settings.key().isPresent()
                                    ? "does not accept our key: check PARTYLINE_STT_API_KEY."
                                    : "wants a key: set PARTYLINE_STT_API_KEY.");
            case 402 -> who("has no credit left for us: see to the account there.");
            case 404 ->
                    who(
                            "does not know the model \"%s\" or the way to it: check PARTYLINE_STT_MODEL, and whether PARTYLINE_STT_BASE_URL is complete."
                                    .formatted(settings.model()));
            case 413 -> who("takes no sound of that length.");
            case 429 -> who("has had too many questions for the moment.");
            default -> other(status);
        };
    }

    private String other(int status) {
        return switch (status / 100) {
            case 5 -> who("is out of order (error %d).".formatted(status));
            case 3 -> who("has moved: ask its provider what PARTYLINE_STT_BASE_URL should be.");
            default -> who("did not accept the sound (error %d).".formatted(status));
        };
    }

    String late(Duration limit) {
        return who(
                "did not answer within %s."
                        .formatted(
                                limit.toMillis() < 1_000
                                        ? limit.toMillis() + " milliseconds"
                                        : limit.toSeconds() == 1
                                                ? "a second"
                                                : limit.toSeconds() + " seconds"));
    }

    String malformed() {
        return who(
                "answers, but not as a transcriber does: is PARTYLINE_STT_BASE_URL complete? It often ends in /v1.");
    }

    private String who(String what) {
        return "The transcriber at %s %s".formatted(settings.place(), what);
    }
}
