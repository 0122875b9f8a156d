package io.partyline.carrier.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partyline.carrier.diary.Diary;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.plan.CarrierPlan;
import io.partyline.carrier.plan.Tunnel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;

/// Makes HTTP requests to the show through the tunnel, with the carrier's time limits and its one
/// retry when nobody can be reached, and writes them into the diary.
///
/// An HTTP redirect is not followed: it counts as an answer without a document. Safe for use by
/// many threads at once.
public final class ShowClient implements AutoCloseable {
    /// Documented defaults: 5 s to connect, one retry after a failed connect.
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private static final int ATTEMPTS = 2;

    private final Tunnel tunnel;
    private final Duration patience;
    private final Charset charset;
    private final Bins bins;
    private final Diary diary;
    private final Chance chance;
    private final HttpClient http;

    /// @param crew lends the client its threads, which the client itself would not wait for when it
    ///   closes
    public ShowClient(CarrierPlan plan, Bins bins, Diary diary, Chance chance, Crew crew) {
        tunnel = plan.tunnel();
        patience = plan.patience();
        charset = plan.wording().charset();
        this.bins = bins;
        this.diary = diary;
        this.chance = chance;
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .executor(task -> crew.start("http", task))
                        .build();
    }

    /// Asks, and waits for the answer.
    ///
    /// @throws IOException if the show cannot be reached or is too slow
    ShowAnswer ask(Webhook webhook, String signature) throws IOException, InterruptedException {
        String token = chance.sid("");
        for (int attempt = 1; ; attempt++) {
            try {
                return once(webhook, signature, token);
            } catch (ConnectException e) {
                if (attempt == ATTEMPTS) {
                    throw unanswered(webhook, e);
                }
            } catch (IOException e) {
                throw unanswered(webhook, e);
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
        Optional<String> bin = bins.atAddress(webhook.wholeUrl());
        return bin.isPresent()
                ? answered(webhook, held(bin.get()))
                : answered(webhook, fetched(request(webhook, signature, token)));
    }

    private ShowAnswer fetched(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new ShowAnswer(response.statusCode(), type, response.body());
    }

    private static ShowAnswer held(String twiml) {
        return new ShowAnswer(200, "application/xml", twiml.getBytes(UTF_8));
    }

    private HttpRequest request(Webhook webhook, String signature, String token)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(tunnel.http(webhook.wholeUrl()))
                        .timeout(patience)
                        .header("X-Twilio-Signature", signature)
                        .header("I-Twilio-Idempotency-Token", token)
                        .header("User-Agent", "TwilioProxy/1.1");
        if (webhook.method().equals("GET")) {
            return request.build();
        }
        return request.header("Content-Type", Form.type(charset))
                .POST(BodyPublishers.ofString(Form.encode(webhook.body(), charset)))
                .build();
    }

    private ShowAnswer answered(Webhook webhook, ShowAnswer answer) {
        diary.write(
                new Happening.Answered(
                        diary.now(),
                        webhook.callSid(),
                        webhook.wholeUrl(),
                        answer.status(),
                        answer.type(),
                        answer.audio() ? "" : answer.text()));
        return answer;
    }

    /// Writes down that nobody answered, and gives the reason back.
    IOException unanswered(Webhook webhook, IOException why) {
        diary.write(
                new Happening.Unanswered(
                        diary.now(), webhook.callSid(), webhook.wholeUrl(), why.toString()));
        return why;
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
