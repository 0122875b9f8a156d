package io.partyline.rehearsal.carrier;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// Makes the carrier's requests to the show: signed, through the tunnel, with its time limits and
/// its one retry when nobody can be reached; and with the faults that a rehearsal asks for.
///
/// An HTTP redirect is not followed: it counts as an answer without a document. Safe for use by
/// many threads at once.
final class Webhooks implements AutoCloseable {
    /// Documented defaults: 5 s to connect, 15 s in all, one retry after a failed connect.
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /// Longest that a call waits for an answer, retry and all (documented as a hard limit).
    static final Duration LONGEST = Duration.ofSeconds(15);

    private static final int ATTEMPTS = 2;

    private final Tunnel tunnel;
    private final Signatures signatures;
    private final Signatures wrong = new Signatures("not the token of this account");
    private final Faults faults;
    private final Diary diary;
    private final Crew crew;
    private final Chance chance;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    Webhooks(CarrierPlan plan, Faults faults, Diary diary, Crew crew, Chance chance) {
        this.tunnel = plan.tunnel();
        this.signatures = new Signatures(plan.account().authToken());
        this.faults = faults;
        this.diary = diary;
        this.crew = crew;
        this.chance = chance;
    }

    /// Sends it, or whatever its fault makes of it.
    ///
    /// The promise fails with an [IOException] if the show cannot be reached or is too slow.
    CompletableFuture<ShowAnswer> send(Webhook webhook) {
        String path = URI.create(webhook.url()).getPath();
        return switch (faults.webhooks().take(path).orElse(null)) {
            case null -> asked(webhook, signatures);
            case WebhookFault.Twice _ -> twice(webhook);
            case WebhookFault.Late(var by) -> later(webhook, by);
            case WebhookFault.Held _ -> held(webhook);
            case WebhookFault.WronglySigned _ -> asked(webhook, wrong);
            case WebhookFault.Lost _ -> crew.ask("lost", () -> lost(webhook));
        };
    }

    /// Sends an old request once more, signature and all.
    CompletableFuture<ShowAnswer> replay(Happening.Requested old) {
        Webhook webhook = new Webhook(old.callSid(), old.method(), old.url(), old.parameters());
        return crew.ask("replay", () -> once(webhook, old.signature(), chance.sid("")));
    }

    private CompletableFuture<ShowAnswer> asked(Webhook webhook, Signatures with) {
        return crew.ask("webhook", () -> attempts(webhook, with));
    }

    private CompletableFuture<ShowAnswer> twice(Webhook webhook) {
        CompletableFuture<ShowAnswer> first = asked(webhook, signatures);
        var _ = crew.ask("webhook again", () -> attempts(webhook, signatures));
        return first;
    }

    private CompletableFuture<ShowAnswer> later(Webhook webhook, Duration by) {
        return crew.ask(
                "late webhook",
                () -> {
                    Thread.sleep(by);
                    return attempts(webhook, signatures);
                });
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

    private ShowAnswer lost(Webhook webhook) throws IOException {
        throw failed(webhook, new ConnectException("lost on the way"));
    }

    private ShowAnswer attempts(Webhook webhook, Signatures with)
            throws IOException, InterruptedException {
        String signature = with.of(Signatures.signedForm(webhook.wholeUrl()), webhook.body());
        String token = chance.sid("");
        for (int attempt = 1; ; attempt++) {
            try {
                return once(webhook, signature, token);
            } catch (ConnectException e) {
                if (attempt == ATTEMPTS) {
                    throw failed(webhook, e);
                }
            } catch (IOException e) {
                throw failed(webhook, e);
            }
        }
    }

    private ShowAnswer once(Webhook webhook, String signature, String token)
            throws IOException, InterruptedException {
        diary.write(
                new Happening.Requested(
                        diary.now(),
                        webhook.callSid(),
                        webhook.method(),
                        webhook.wholeUrl(),
                        webhook.body(),
                        signature));
        HttpResponse<byte[]> response =
                http.send(request(webhook, signature, token), BodyHandlers.ofByteArray());
        return kept(webhook, response);
    }

    private HttpRequest request(Webhook webhook, String signature, String token)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(tunnel.http(webhook.wholeUrl()))
                        .timeout(LONGEST)
                        .header("X-Twilio-Signature", signature)
                        .header("I-Twilio-Idempotency-Token", token)
                        .header("User-Agent", "TwilioProxy/1.1");
        if (webhook.method().equals("GET")) {
            return request.build();
        }
        return request.header("Content-Type", Form.TYPE)
                .POST(BodyPublishers.ofString(Form.encode(webhook.body())))
                .build();
    }

    private ShowAnswer kept(Webhook webhook, HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        ShowAnswer answer = new ShowAnswer(response.statusCode(), type, response.body());
        diary.write(
                new Happening.Answered(
                        diary.now(),
                        webhook.callSid(),
                        webhook.wholeUrl(),
                        answer.status(),
                        type,
                        type.toLowerCase(Locale.ROOT).startsWith("audio/") ? "" : answer.text()));
        return answer;
    }

    private IOException failed(Webhook webhook, IOException why) {
        String reason = why.getClass().getSimpleName() + ": " + why.getMessage();
        diary.write(
                new Happening.Unanswered(
                        diary.now(), webhook.callSid(), webhook.wholeUrl(), reason));
        return why;
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
