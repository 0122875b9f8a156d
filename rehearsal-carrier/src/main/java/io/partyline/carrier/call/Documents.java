package io.partyline.carrier.call;

import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.office.ShowAnswer;
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
    private static final int NO_DOCUMENT = 11200;

    /// The carrier's code for "nobody answers there, or not in time".
    private static final int NO_CONNECTION = 11205;

    private static final Set<String> TWIML = Set.of("text/xml", "application/xml", "text/html");

    private final Exchange exchange;
    private final PhoneCall call;
    private final TwimlReader reader;
    private String latest = "";

    Documents(Exchange exchange, PhoneCall call) {
        this.exchange = exchange;
        this.call = call;
        this.reader = new TwimlReader((code, text) -> exchange.complain(call.sid(), code, text));
    }

    /// Whether this says that a document could not be fetched, and not that it is a bad one.
    static boolean notHad(ApplicationErrorException e) {
        return e.code() == NO_DOCUMENT || e.code() == NO_CONNECTION;
    }

    /// The address that was asked last for a document; empty if it came by REST.
    String latest() {
        return latest;
    }

    /// Opens a document; empty if an order came while it was waited for.
    ///
    /// @throws ApplicationErrorException if it cannot be had or read
    Optional<TwimlDocument> open(Source source) {
        return switch (source) {
            case Source.Inline(var twiml) -> Optional.of(inline(twiml));
            case Source.Fetch fetch -> fetch(fetch);
        };
    }

    /// Asks the show and waits for the answer; empty if an order came first.
    ///
    /// @throws ApplicationErrorException if there is no answer, or a bad one
    Optional<ShowAnswer> ask(Webhook webhook) {
        CompletableFuture<ShowAnswer> answer = exchange.webhooks().send(webhook);
        var _ = answer.whenComplete((_, _) -> call.attention().nudge());
        if (call.attention().await(answer::isDone, exchange.plan().patience())) {
            return Optional.of(good(webhook, outcome(webhook, answer)));
        }
        if (call.attention().interrupted()) {
            return Optional.empty();
        }
        throw new ApplicationErrorException(NO_CONNECTION, "Too slow an answer: " + webhook.url());
    }

    private TwimlDocument inline(String twiml) {
        latest = "";
        return read(twiml, "");
    }

    private Optional<TwimlDocument> fetch(Source.Fetch fetch) {
        latest = fetch.url();
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
                    NO_CONNECTION, "No answer from " + webhook.url() + ": " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApplicationErrorException(NO_CONNECTION, "The carrier is closing.");
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
