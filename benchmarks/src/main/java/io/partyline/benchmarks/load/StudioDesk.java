package io.partyline.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// The host's hand at the studio door. Safe for use by many threads at once.
final class StudioDesk implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    StudioDesk(int port) {
        this.port = port;
    }

    /// What the door said.
    record Answer(int status, JsonNode body) {
        boolean fine() {
            return status / 100 == 2;
        }

        String sentence() {
            return body.path("detail").asText(body.toString());
        }
    }

    /// Whether the door answers at all.
    boolean open() {
        try {
            return ask(request("/api/health").GET().build()).status() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    JsonNode read(String path) {
        return sure(request(path).GET().build()).body();
    }

    Answer post(String path, String json) {
        HttpRequest request =
                request(path)
                        .header("Content-Type", "application/json")
                        .header("X-Requested-With", "partyline")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build();
        return sure(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(LIMIT);
    }

    private Answer sure(HttpRequest request) {
        try {
            return ask(request);
        } catch (IOException e) {
            throw new UncheckedIOException("The studio door does not answer: " + request.uri(), e);
        }
    }

    private Answer ask(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), tree(answer.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The load was interrupted.", e);
        }
    }

    private static JsonNode tree(String text) throws JsonProcessingException {
        return JSON.readTree(text.isBlank() ? "{}" : text);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
