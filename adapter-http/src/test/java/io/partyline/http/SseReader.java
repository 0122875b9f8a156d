package io.partyline.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a stream of Server-Sent Events by the letter of the standard.
final class SseReader implements AutoCloseable {
    /// One event; comments are kept apart.
    ///
    /// @param id as it stands there, such as `41@show-1`
    record Message(Optional<String> id, String name, String data) {
        long seq() {
            String place = id.orElseThrow();
            return Long.parseLong(place.substring(0, place.indexOf('@')));
        }
    }

    private static final List<String> UNNUMBERED =
            List.of("meters", "program", "seats", "voicemail", "trial");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BufferedReader in;
    private final List<String> comments = new ArrayList<>();

    SseReader(int port, String path) throws IOException {
        this(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
    }

    SseReader(int port, String path, String lastEventId) throws IOException {
        this(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Last-Event-ID", lastEventId));
    }

    /// Somebody who comes with a password.
    SseReader(Guest guest, String path) throws IOException {
        this(
                HttpRequest.newBuilder(guest.visit().at(path))
                        .header("Authorization", guest.header()));
    }

    private SseReader(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), BodyHandlers.ofInputStream());
            in = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /// The next event with a number.
    Message event() throws IOException {
        Message message = message();
        while (UNNUMBERED.contains(message.name())) {
            message = message();
        }
        return message;
    }

    List<Message> events(long count) throws IOException {
        var events = new ArrayList<Message>();
        while (events.size() < count) {
            events.add(event());
        }
        return events;
    }

    /// The next levels.
    Message meters() throws IOException {
        return next("meters");
    }

    /// The next event of that name.
    Message next(String name) throws IOException {
        Message message = message();
        while (!message.name().equals(name)) {
            message = message();
        }
        return message;
    }

    List<String> comments() {
        return comments;
    }

    /// Reads whatever comes; true once the other side has ended.
    boolean ends() {
        try {
            while (in.readLine() != null) {
                // What was on its way does not matter.
            }
            return true;
        } catch (IOException cut) {
            return true;
        }
    }

    private Message message() throws IOException {
        Optional<String> id = Optional.empty();
        String name = "";
        var data = new StringBuilder();
        for (String line = line(); !line.isEmpty() || name.isEmpty(); line = line()) {
            if (line.startsWith(":")) {
                comments.add(line.substring(1));
            } else if (line.startsWith("id: ")) {
                id = Optional.of(line.substring(4));
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data.append(line.substring(6));
            }
        }
        return new Message(id, name, data.toString());
    }

    private String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the stream has ended");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
        in.close();
        client.close();
    }
}
