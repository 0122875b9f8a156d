package io.partyline.carrier.call;

import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.office.ShowAnswer;
import io.partyline.carrier.office.ShowClient;
import io.partyline.carrier.office.Webhook;
import io.partyline.carrier.twiml.ApplicationErrorException;
import io.partyline.carrier.twiml.TwimlDocument;
import io.partyline.carrier.twiml.TwimlReader;
import io.partyline.carrier.twiml.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Gets documents from the show, and makes something runnable of whatever it answers.
///
/// Owned by the call's own thread.
final class Documents {
    /// The carrier's code for "no good answer to a request for a document".
    static final int NO_DOCUMENT = 11200;

    private static final Set<String> TWIML = Set.of("text/xml", "application/xml", "text/html");

    private final Exchange exchange;
    private final PhoneCall call;
    private final TwimlReader reader;

    Documents(Exchange exchange, PhoneCall call) {
        this.exchange = exchange;
        this.call = call;
        this.reader = new TwimlReader((code, text) -> exchange.complain(call.sid(), code, text));
    }

    /// Opens a document; empty if an order came while it was waited for.
    ///
    /// @throws ApplicationErrorException if it cannot be had or read
    Optional<TwimlDocument> open(Source source) {
        return switch (source) {
            case Source.Inline(var twiml) -> Optional.of(read(twiml, ""));
            case Source.Fetch fetch -> fetch(fetch);
        };
    }

    /// Asks the show and waits for the answer; empty if an order came first.
    ///
    /// @throws ApplicationErrorException if there is no answer, or a bad one
    Optional<ShowAnswer> ask(Webhook webhook) {
        CompletableFuture<ShowAnswer> answer = exchange.webhooks().send(webhook);
        var _ = answer.whenComplete((_, _) -> call.attention().nudge());
        if (call.attention().await(answer::isDone, ShowClient.LONGEST)) {
            return Optional.of(good(webhook, outcome(webhook, answer)));
        }
        if (call.attention().interrupted()) {
            return Optional.empty();
        }
        throw new ApplicationErrorException(NO_DOCUMENT, "Too slow an answer: " + webhook.url());
    }

    private Optional<TwimlDocument> fetch(Source.Fetch fetch) {
        Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
        parameters.putAll(fetch.extra());
        Webhook webhook = new Webhook(call.sid(), fetch.method(), fetch.url(), parameters);
        return ask(webhook).map(answer -> document(answer, fetch.url()));
    }

    private TwimlDocument document(ShowAnswer answer, String url) {
        if (answer.audio()) {
            return new TwimlDocument(List.of(new Verb.Play(url, 1)), url);
        }
        if (answer.size() == 0) {
            return new TwimlDocument(List.of(), url);
        }
        if (answer.type().equals("text/plain")) {
            return new TwimlDocument(List.of(new Verb.Say(answer.text(), 1)), url);
        }
        if (!TWIML.contains(answer.type())) {
            throw new ApplicationErrorException(
                    12300, "This content type is no document: \"" + answer.type() + "\" " + url);
        }
        return read(answer.text(), url);
    }

    private TwimlDocument read(String twiml, String base) {
        TwimlDocument document = reader.read(twiml, base);
        var diary = exchange.diary();
        diary.write(new Happening.DocumentReceived(diary.now(), call.sid(), base, twiml));
        return document;
    }

    private static ShowAnswer outcome(Webhook webhook, CompletableFuture<ShowAnswer> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new ApplicationErrorException(
                    NO_DOCUMENT, "No answer from " + webhook.url() + ": " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApplicationErrorException(NO_DOCUMENT, "The carrier is closing.");
        }
    }

    private static ShowAnswer good(Webhook webhook, ShowAnswer answer) {
        if (!answer.good()) {
            throw new ApplicationErrorException(
                    NO_DOCUMENT, "The show answered " + answer.status() + " to " + webhook.url());
        }
        return answer;
    }
}
