package io.partyline.carrier.office;

import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.plan.Account;
import io.partyline.carrier.plan.Faults;
import io.partyline.carrier.plan.WebhookFault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Signs the carrier's requests to the show and sends them, with the faults that a rehearsal asks
/// for.
///
/// Every request has a thread of its own. Safe for use by many threads at once.
public final class Webhooks implements AutoCloseable {
    private final Signatures signatures;
    private final Signatures wrong = new Signatures("not the token of this account");
    private final Faults faults;
    private final Crew crew;
    private final ShowClient show;
    private final Consumer<String> hangUp;
    private final Map<String, CompletableFuture<ShowAnswer>> overtaken = new ConcurrentHashMap<>();

    /// @param hangUp makes the caller of this call put the phone down
    public Webhooks(
            Account account, Faults faults, Crew crew, ShowClient show, Consumer<String> hangUp) {
        this.hangUp = hangUp;
        signatures = new Signatures(account.authToken());
        this.faults = faults;
        this.crew = crew;
        this.show = show;
    }

    /// Sends it, or whatever its fault makes of it.
    ///
    /// The promise fails with an [IOException] if the show cannot be reached or is too slow.
    public CompletableFuture<ShowAnswer> send(Webhook webhook) {
        String path = URI.create(webhook.url()).getPath();
        return switch (faults.webhooks().take(path).orElse(null)) {
            case null -> asked(webhook, signatures);
            case WebhookFault.Twice _ -> twice(webhook);
            case WebhookFault.Late(var by) -> later(webhook, by);
            case WebhookFault.Held _ -> held(webhook);
            case WebhookFault.WronglySigned _ -> asked(webhook, wrong);
            case WebhookFault.Overtaken _ -> overtaken(webhook);
            case WebhookFault.TooSlow _ -> tooSlow(webhook);
            case WebhookFault.Lost _ -> crew.ask("lost", () -> lost(webhook));
        };
    }

    /// Sends an old request once more, signature and all.
    public CompletableFuture<ShowAnswer> replay(Happening.Requested old) {
        Webhook webhook = new Webhook(old.callSid(), old.method(), old.url(), old.parameters());
        return crew.ask("replay", () -> show.ask(webhook, old.signature()));
    }

    private CompletableFuture<ShowAnswer> asked(Webhook webhook, Signatures with) {
        return crew.ask("webhook", () -> ask(webhook, with));
    }

    private ShowAnswer ask(Webhook webhook, Signatures with)
            throws IOException, InterruptedException {
        String url = Signatures.signedForm(webhook.wholeUrl());
        return show.ask(webhook, with.of(url, webhook.body()));
    }

    private CompletableFuture<ShowAnswer> twice(Webhook webhook) {
        var _ = asked(webhook, signatures);
        return asked(webhook, signatures);
    }

    private CompletableFuture<ShowAnswer> later(Webhook webhook, Duration by) {
        return crew.ask(
                "late webhook",
                () -> {
                    Thread.sleep(by);
                    return ask(webhook, signatures);
                });
    }

    /// Sends the last that is ever told of a call.
    public void sendLast(Webhook webhook) {
        CompletableFuture<ShowAnswer> sent = send(webhook);
        CompletableFuture<ShowAnswer> waiting = overtaken.remove(webhook.callSid());
        if (waiting != null) {
            var _ = sent.whenComplete((answer, error) -> pass(waiting, answer, error));
        }
    }

    private CompletableFuture<ShowAnswer> overtaken(Webhook webhook) {
        CompletableFuture<ShowAnswer> last = new CompletableFuture<>();
        overtaken.put(webhook.callSid(), last);
        hangUp.accept(webhook.callSid());
        return last.thenCompose(_ -> asked(webhook, signatures));
    }

    private CompletableFuture<ShowAnswer> held(Webhook webhook) {
        CompletableFuture<ShowAnswer> promise = new CompletableFuture<>();
        faults.hold(() -> asked(webhook, signatures).handle((a, e) -> pass(promise, a, e)).join());
        return promise;
    }

    private static boolean pass(
            CompletableFuture<ShowAnswer> promise, ShowAnswer answer, Throwable error) {
        return error == null ? promise.complete(answer) : promise.completeExceptionally(error);
    }

    private CompletableFuture<ShowAnswer> tooSlow(Webhook webhook) {
        return asked(webhook, signatures)
                .thenCompose(_ ->
                        CompletableFuture.failedFuture(
                                new HttpTimeoutException("no answer in time")));
    }

    private ShowAnswer lost(Webhook webhook) throws IOException {
        throw show.unanswered(webhook, new ConnectException("lost on the way"));
    }

    @Override
    public void close() {
        show.close();
    }
}
