package io.partyline.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.helidon.webserver.WebServer;
import io.partyline.port.Exports;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A studio door on a free port of this computer, and a client that comes to it as the host's own.
final class Visit implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final RecordedShow RECORDED =
            () ->
                    new RecordingInfo(
                            true,
                            Optional.empty(),
                            List.of(new RecordingInfo.Stem("01_Host", 1_500)),
                            OptionalDouble.of(12.5));

    final ScriptedRoom room;
    final ScriptedSetup setup = new ScriptedSetup();
    private final StudioDoor door;
    private final WebServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// An answer, with its body as JSON.
    record Answer(int status, JsonNode body, HttpResponse<String> response) {
        String detail() {
            return body.path("detail").asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Visit() {
        this(new ScriptedRoom(), Optional.empty());
    }

    Visit(ScriptedRoom room, Optional<String> password) {
        this(room, password, new EventStreams(room));
    }

    Visit(ScriptedRoom room, Optional<String> password, EventStreams events) {
        this(room, password, events, Optional.empty());
    }

    /// A door at which the host can sit.
    Visit(ScriptedRoom room, Optional<String> password, BrowserSeat seat) {
        this(room, password, new EventStreams(room), Optional.of(seat));
    }

    /// A door behind which the desk is set like this.
    Visit(ScriptedRoom room, DeskSettings desk) {
        this(
                room,
                Optional.empty(),
                desk,
                SeatSettings.NONE,
                new EventStreams(room),
                Optional.empty(),
                Optional.empty(),
                RECORDED);
    }

    /// A door to which others than the host may come.
    Visit(ScriptedRoom room, String password, SeatSettings seats) {
        this(
                room,
                Optional.of(password),
                seats,
                new EventStreams(room),
                Optional.empty(),
                RECORDED);
    }

    /// The same, at which the host can sit.
    Visit(ScriptedRoom room, String password, SeatSettings seats, BrowserSeat seat) {
        this(
                room,
                Optional.of(password),
                seats,
                new EventStreams(room),
                Optional.of(seat),
                RECORDED);
    }

    /// A door at which the producer has a microphone, and the host one too if there is one.
    Visit(
            ScriptedRoom room,
            String password,
            SeatSettings seats,
            Optional<BrowserSeat> hosts,
            BrowserSeat producers) {
        this(
                room,
                Optional.of(password),
                DeskSettings.DEFAULT,
                seats,
                new EventStreams(room),
                hosts,
                Optional.of(producers),
                RECORDED);
    }

    /// A door whose show is recorded like this.
    Visit(ScriptedRoom room, Optional<String> password, RecordedShow recording) {
        this(
                room,
                password,
                SeatSettings.NONE,
                new EventStreams(room),
                Optional.empty(),
                recording);
    }

    private Visit(
            ScriptedRoom room,
            Optional<String> password,
            EventStreams events,
            Optional<BrowserSeat> seat) {
        this(room, password, SeatSettings.NONE, events, seat, RECORDED);
    }

    private Visit(
            ScriptedRoom room,
            Optional<String> password,
            SeatSettings seats,
            EventStreams events,
            Optional<BrowserSeat> seat,
            RecordedShow recording) {
        this(
                room,
                password,
                DeskSettings.DEFAULT,
                seats,
                events,
                seat,
                Optional.empty(),
                recording);
    }

    private Visit(
            ScriptedRoom room,
            Optional<String> password,
            DeskSettings desk,
            SeatSettings seats,
            EventStreams events,
            Optional<BrowserSeat> seat,
            Optional<BrowserSeat> producer,
            RecordedShow recording) {
        this.room = room;
        var plain =
                new StudioDoor(
                                room,
                                new StudioSettings(
                                        "127.0.0.1", 0, "Night Owls", password, desk, seats),
                                new OneExport(),
                                recording,
                                room::health,
                                room,
                                events)
                        .with(setup);
        StudioDoor hosts = seat.map(plain::with).orElse(plain);
        door = producer.map(hosts::withProducer).orElse(hosts);
        server = WebServer.builder().update(door::mount).shutdownHook(false).build().start();
    }

    private static final class OneExport implements Exports {
        @Override
        public List<String> formats() {
            return List.of("txt");
        }

        @Override
        public Optional<Export> export(ShowId show, String format) {
            if (format.equals("mix")) {
                throw new UncheckedIOException(
                        "Nothing of this show was recorded.", new IOException("no stem"));
            }
            return format.equals("txt")
                    ? Optional.of(Export.text("text/plain; charset=utf-8", "show.txt", "HOST: Hé."))
                    : Optional.empty();
        }
    }

    /// Every route that is mounted, such as `GET /api/show`.
    List<String> routes() {
        return door.api().mounted();
    }

    /// Whoever brings this password.
    Guest guest(String secret) {
        return new Guest(this, secret);
    }

    int port() {
        return server.port();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    Answer post(String path) {
        return post(path, "{}");
    }

    Answer post(String path, String json) {
        return send(posting(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer put(String path, String json) {
        return send(posting(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer delete(String path) {
        return send(posting(path).method("DELETE", HttpRequest.BodyPublishers.ofString("{}")));
    }

    /// A request that the door lets in, without its body.
    HttpRequest.Builder posting(String path) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .header("X-Requested-With", "partyline");
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(
                            request.timeout(Duration.ofMinutes(1)).build(),
                            BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response), response);
        } catch (IOException failed) {
            throw new AssertionError("no answer", failed);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return JSON.readTree(json ? response.body() : "{}");
    }

    @Override
    public void close() {
        door.close();
        server.stop();
        client.close();
    }
}
