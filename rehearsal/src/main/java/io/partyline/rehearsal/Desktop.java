package io.partyline.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// The hands of a made-up host at the studio door: real requests, as a script of a host makes them.
public final class Desktop implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final URI door;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// Sits down at a desk.
    ///
    /// @param door the address of the studio door
    public Desktop(URI door) {
        this.door = door;
    }

    /// Posts, and insists that it is taken.
    ///
    /// @param body JSON; empty for none
    /// @throws IllegalStateException with the door's own words if it is not
    public String post(String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(door.resolve(path))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/json")
                        .header("X-Requested-With", "partyline")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("POST %s: %s".formatted(path, answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("the studio door does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the studio door", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
