package io.partyline.llm;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;

/// What the host is told when a model does not answer. Of what the server says, only its one-word
/// code is repeated: its sentences may hold the key, or what a caller said.
///
/// @param model the name that was asked for
record Trouble(ModelSettings settings, String model) {

    String failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return switch (cause) {
            case null -> throw new IllegalStateException("a failure without a cause", failure);
            case HttpTimeoutException _ -> who("does not open its door: is its address right?");
            case ConnectException _ ->
                    who("cannot be reached: is it running, and is this computer online?");
            case SSLException _ -> who("has no certificate that this computer trusts.");
            default -> who("could not be asked: the connection broke.");
        };
    }

    /// @param body what the server said with it
    String refused(int status, String body) {
        Optional<String> code = Chunk.codeIn(body);
        return switch (status) {
            case 401, 403 -> who(keyAdvice());
            case 402 -> noCredit();
            case 404 ->
                    who(
                            "does not know the model \"%s\": check PARTYLINE_LLM_MODEL, and whether PARTYLINE_LLM_BASE_URL is complete."
                                    .formatted(model));
            case 429 -> code.filter("insufficient_quota"::equals).isPresent() ? noCredit() : busy();
            default -> other(status, code);
        };
    }

    private String other(int status, Optional<String> code) {
        return switch (status / 100) {
            case 5 -> who("is out of order (error %d).".formatted(status));
            case 3 -> who("has moved: ask its provider what PARTYLINE_LLM_BASE_URL should be.");
            default ->
                    who(
                            "did not accept the question (error %d%s)."
                                    .formatted(status, code.map(word -> ", " + word).orElse("")));
        };
    }

    private String keyAdvice() {
        return settings.key().isPresent()
                ? "does not accept our key: check PARTYLINE_LLM_API_KEY."
                : "wants a key: set PARTYLINE_LLM_API_KEY.";
    }

    private String noCredit() {
        return who("has no credit left for us: see to the account there.");
    }

    private String busy() {
        return who("has had too many questions for the moment.");
    }

    String fault(String code) {
        return who(
                "gave up in the middle of its answer%s."
                        .formatted(code.isEmpty() ? "" : " (" + code + ")"));
    }

    String malformed() {
        return who(
                "answers, but not as a model does: is PARTYLINE_LLM_BASE_URL complete? It often ends in /v1.");
    }

    String brokeOff() {
        return who("broke off in the middle of its answer.");
    }

    String endless() {
        return who("does not come to an end.");
    }

    String noWord(Duration limit) {
        return who("did not begin to answer within %s.".formatted(words(limit)));
    }

    String noEnd(Duration limit) {
        return who("did not finish its answer within %s.".formatted(words(limit)));
    }

    private static String words(Duration limit) {
        return limit.toMillis() < 1_000
                ? limit.toMillis() + " milliseconds"
                : "%d second%s".formatted(limit.toSeconds(), limit.toSeconds() == 1 ? "" : "s");
    }

    private String who(String what) {
        return "The language model at %s %s".formatted(settings.place(), what);
    }
}
