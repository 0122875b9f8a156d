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
        var fault = Fault.refusal(body);
        return switch (status) {
            case 401, 403 -> who(keyAdvice());
            case 402 -> noCredit();
            case 404 -> noModel();
            case 429 -> fault.reason() == Fault.Reason.CREDIT ? noCredit() : busy();
            case 529 -> who("is overloaded.");
            default -> other(status, fault);
        };
    }

    private String other(int status, Fault fault) {
        return switch (status / 100) {
            case 5 -> who("is out of order (error %d).".formatted(status));
            case 3 -> who("has moved: ask its provider what PARTYLINE_LLM_BASE_URL should be.");
            default ->
                    who(
                            "did not accept the question (error %d%s)."
                                    .formatted(
                                            status,
                                            shown(fault).map(word -> ", " + word).orElse("")));
        };
    }

    /// A code, unless the server has put the key there.
    private Optional<String> shown(Fault fault) {
        return Optional.of(fault.code())
                .filter(code -> !code.isEmpty())
                .filter(code -> settings.key().filter(key -> key.isIn(code)).isEmpty());
    }

    private String noModel() {
        return who(
                "does not know the model \"%s\": check PARTYLINE_LLM_MODEL, and whether PARTYLINE_LLM_BASE_URL is complete."
                        .formatted(model));
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

    /// What the server says that is wrong where an answer was expected.
    ///
    /// @param begun whether it had said something before
    String fault(Fault fault, boolean begun) {
        Fault.Reason reason = fault.reason();
        return switch (reason) {
            case KEY -> who(keyAdvice());
            case CREDIT -> noCredit();
            case NO_MODEL -> noModel();
            default -> who(start(begun) + because(fault, reason));
        };
    }

    private static String start(boolean begun) {
        return begun ? "gave up in the middle of its answer" : "did not answer";
    }

    private String because(Fault fault, Fault.Reason reason) {
        Optional<String> code = shown(fault);
        String word = code.map(" (%s)"::formatted).orElse("");
        return switch (reason) {
            case TOO_LONG -> ": the question is too long for it" + word + ".";
            case OVERLOADED -> ": it is overloaded" + word + ".";
            case BUSY -> ": it has had too many questions for the moment" + word + ".";
            case FORBIDDEN -> ": its rules forbid it" + word + ".";
            case LOADING -> ": it is still being loaded" + word + ".";
            case SLOW -> ": it took too long itself" + word + ".";
            case OUT_OF_ORDER -> code.isEmpty() ? ": it is out of order." : word + ".";
            default -> code.isEmpty() ? ", and gave no reason that we know." : word + ".";
        };
    }

    String onlyThought() {
        return who("thought aloud to the end of its answer and said nothing.");
    }

    String usedUp() {
        return who(
                "used up its limit on thinking and said nothing; from now on it gets more room.");
    }

    String wouldNot() {
        return who("would not answer: its rules forbid it.");
    }

    String fellSilent() {
        return who("fell silent in the middle of its answer.");
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

    /// @param thinking whether it was thinking all the time
    String noWord(Duration limit, boolean thinking) {
        return who(
                "did not begin to answer within %s%s."
                        .formatted(words(limit), thinking ? ": it was still thinking" : ""));
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
