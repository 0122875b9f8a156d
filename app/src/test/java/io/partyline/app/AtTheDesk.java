package io.partyline.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// The host at the studio door: asks over HTTP as the dashboard does, and is shown every answer,
/// also a no. Safe for use by many threads.
final class AtTheDesk implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What the door said.
    record Answer(int status, JsonNode body) {
        /// The sentence of an answer that is a no.
        String detail() {
            return body.path("detail").asText();
        }
    }

    private final URI door;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    AtTheDesk(int port) {
        door = URI.create("http://127.0.0.1:" + port);
    }

    /// Where the door is.
    URI address() {
        return door;
    }

    JsonNode read(String path) {
        Answer answer = answer(HttpRequest.newBuilder(door.resolve(path)).GET());
        if (answer.status() != 200) {
            throw new AssertionError("GET %s: %s".formatted(path, answer));
        }
        return answer.body();
    }

    /// @param body JSON; empty for none
    Answer post(String path, String body) {
        return answer(
                HttpRequest.newBuilder(door.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("X-Requested-With", "partyline")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) {
        return answer(
                HttpRequest.newBuilder(door.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("X-Requested-With", "partyline")
                        .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer delete(String path) {
        return answer(
                HttpRequest.newBuilder(door.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("X-Requested-With", "partyline")
                        .DELETE());
    }

    private Answer answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(
                            request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
