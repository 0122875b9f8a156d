package io.partyline.whisper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partyline.spend.Expenses;
import io.partyline.spend.Unit;
import io.partyline.spend.Usage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A server that understands OpenAI's `POST {base}/audio/transcriptions`.
///
/// Three seconds to get through to it, eight for the whole answer; asked once more if the
/// connection breaks, or if the server has a fault or too much to do. Redirects are not followed,
/// since the key would go along. Safe for use by many threads at once.
final class HttpRecogniser implements Recogniser {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    static final Duration LIMIT = Duration.ofSeconds(8);

    /// Those on the air do not wait for each other.
    private static final int HANDS = 4;

    /// Fifteen seconds of speech are a few hundred letters.
    private static final int LONGEST = 256 * 1024;

    private static final int OK = 200;
    private static final int BUSY = 429;
    private static final int FAULT = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpEarsSettings settings;
    private final String vocabulary;
    private final Expenses expenses;
    private final Duration limit;
    private final HttpTrouble trouble;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder()
                    // Small local servers stumble over an offer to speak HTTP/2 in plain text.
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    HttpRecogniser(HttpEarsSettings settings, String vocabulary, Expenses expenses) {
        this(settings, vocabulary, expenses, LIMIT);
    }

    HttpRecogniser(
            HttpEarsSettings settings, String vocabulary, Expenses expenses, Duration limit) {
        this.settings = settings;
        this.expenses = expenses;
        this.vocabulary = vocabulary;
        this.limit = limit;
        trouble = new HttpTrouble(settings);
        address = URI.create(settings.base() + "/audio/transcriptions");
    }

    /// What the server did, and whether it may do better when asked once more.
    private static final class Answer {
        private final int status;
        private final byte[] body;

        private Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        private boolean isWorthAnotherTry() {
            return status == BUSY || status >= FAULT;
        }
    }

    @Override
    public String name() {
        return settings.model() + " at " + settings.place();
    }

    @Override
    public int hands() {
        return HANDS;
    }

    @Override
    public String recognise(Clip clip, boolean hurried) {
        HttpRequest request = request(clip);
        Answer answer;
        try {
            answer = ask(request);
            answer = answer.isWorthAnotherTry() ? ask(request) : answer;
        } catch (IOException broken) {
            answer = again(request);
        }
        if (answer.status != OK) {
            throw new RecogniserException(trouble.refused(answer.status));
        }
        expenses.count(
                new Usage(
                        settings.place(),
                        settings.model(),
                        Unit.SECONDS,
                        (long) Math.ceil(clip.seconds())));
        return text(answer.body);
    }

    private Answer again(HttpRequest request) {
        try {
            return ask(request);
        } catch (IOException broken) {
            throw new RecogniserException(trouble.failed(broken), broken);
        }
    }

    private HttpRequest request(Clip clip) {
        var form =
                new Form("partyline-" + UUID.randomUUID())
                        .field("model", settings.model())
                        .field("response_format", "json")
                        .field("temperature", "0");
        if (!vocabulary.isBlank()) {
            form.field("prompt", vocabulary);
        }
        byte[] body = form.file(clip).end();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", form.contentType())
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofByteArray(body));
        settings.key().ifPresent(key -> request.header("Authorization", "Bearer " + key.reveal()));
        return request.build();
    }

    /// @throws IOException if the connection broke
    private Answer ask(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
        try {
            HttpResponse<byte[]> response = exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException late) {
            throw new RecogniserException(trouble.late(limit), late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken
                    ? broken
                    : new IOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RecogniserException(
                    "A question to the transcriber was given up.", interrupted);
        } finally {
            exchange.cancel(true);
        }
    }

    private String text(byte[] body) {
        try {
            JsonNode text = JSON.readTree(body).path("text");
            if (text.isTextual()) {
                return text.textValue();
            }
        } catch (IOException _) {
            // Falls through to the sentence below, which is the same for both mistakes.
        }
        throw new RecogniserException(trouble.malformed());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
