package io.partyline.carrier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.partyline.carrier.diary.Bell;
import io.partyline.carrier.diary.NotSeenException;
import io.partyline.carrier.office.Crew;
import io.partyline.carrier.office.Form;
import io.partyline.carrier.stream.Handshake;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The smallest show that can be telephoned: answers webhooks with what a test says, and takes
/// media streams. One port, HTTP/1.1 with a connection for each request, WebSocket upgrades.
final class TinyShow implements AutoCloseable {
    static final String BASE = "https://show.example";
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    /// A request as it arrived.
    record Received(String method, String target, Map<String, String> headers, String body) {
        /// The body in the characters that it says it is in.
        Map<String, String> form() {
            String[] type = header("content-type").split("charset=", 2);
            return Form.decode(body, type.length == 1 ? UTF_8 : Charset.forName(type[1]));
        }

        String field(String name) {
            return form().getOrDefault(name, "");
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    record Reply(int status, String type, String body) {
        static Reply twiml(String verbs) {
            return text("application/xml", "<Response>" + verbs + "</Response>");
        }

        static Reply text(String type, String body) {
            return new Reply(200, type, body);
        }

        static Reply status(int status) {
            return new Reply(status, "text/plain", "");
        }
    }

    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Map<String, Function<Received, Reply>> routes = new ConcurrentHashMap<>();
    private final Map<String, Reply> anyQuery = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final List<TinyStream> streams = new CopyOnWriteArrayList<>();
    private final Bell bell = new Bell();
    private final Crew crew = new Crew();

    TinyShow() throws IOException {
        crew.start("tiny show", this::accept);
        answers("/api/twilio/status", "");
        answers("/api/twilio/stream-status", "");
    }

    int port() {
        return server.getLocalPort();
    }

    /// From now on this path is answered with these verbs.
    void answers(String path, String verbs) {
        answers(path, _ -> Reply.twiml(verbs));
    }

    void answers(String path, Function<Received, Reply> answer) {
        routes.put(path, answer);
    }

    /// From now on this path is answered whatever its query is.
    void answersAny(String path, String verbs) {
        anyQuery.put(path, Reply.twiml(verbs));
    }

    /// From now on requests to this path are taken and never answered.
    void neverAnswers(String path) {
        silent.add(path);
    }

    /// Waits for a request to this path, whatever its query is.
    Received awaitAny(String path) {
        awaitThat(_ -> requests.stream().anyMatch(it -> path(it).equals(path)), "any " + path);
        return requests.stream().filter(it -> path(it).equals(path)).findFirst().orElseThrow();
    }

    private static String path(Received request) {
        return request.target().split("\\?", 2)[0];
    }

    /// All requests so far, in the order they arrived.
    List<Received> requested() {
        return List.copyOf(requests);
    }

    List<Received> requests(String path) {
        return requests.stream().filter(request -> request.target().equals(path)).toList();
    }

    Received awaitRequest(String path) {
        return awaitRequests(path, 1).getFirst();
    }

    List<Received> awaitRequests(String path, int count) {
        awaitThat(_ -> requests(path).size() >= count, count + " requests to " + path);
        return requests(path);
    }

    TinyStream awaitStream(int number) {
        awaitThat(_ -> streams.size() >= number, "stream " + number);
        return streams.get(number - 1);
    }

    private void awaitThat(Predicate<TinyShow> happened, String what) {
        if (!bell.await(() -> happened.test(this), DEADLINE)) {
            throw new NotSeenException(what, requests);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                crew.start("tiny connection", () -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in =
                    new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            Received request = read(in);
            boolean upgrade = !request.header("sec-websocket-key").isEmpty();
            Reply reply = reply(request);
            requests.add(request);
            bell.ring();
            if (silent.contains(request.target())) {
                in.read();
                return;
            }
            if (upgrade && reply.status() == 200) {
                stream(request, socket, in);
            } else {
                write(socket, reply);
            }
        } catch (IOException e) {
            bell.ring();
        }
    }

    private Reply reply(Received request) {
        Reply other = anyQuery.getOrDefault(path(request), Reply.status(404));
        return routes.getOrDefault(request.target(), _ -> other).apply(request);
    }

    private void stream(Received request, Socket socket, DataInputStream in) throws IOException {
        String accept = Handshake.accept(request.header("sec-websocket-key"));
        String head =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + accept
                        + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(UTF_8));
        TinyStream stream = new TinyStream(socket, in, request);
        streams.add(stream);
        bell.ring();
        stream.listen();
    }

    private static Received read(DataInputStream in) throws IOException {
        String[] lines = Handshake.head(in).split("\r\n");
        String[] first = lines[0].split(" ", 3);
        Map<String, String> headers =
                List.of(lines).subList(1, lines.length).stream()
                        .map(line -> line.split(":", 2))
                        .collect(
                                Collectors.toMap(
                                        parts -> parts[0].toLowerCase(Locale.ROOT),
                                        parts -> parts[1].strip(),
                                        (a, _) -> a));
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Received(first[0], first[1], headers, new String(body, UTF_8));
    }

    private static void write(Socket socket, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(ISO_8859_1);
        String head =
                "HTTP/1.1 %d Fine\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(reply.status(), reply.type(), body.length);
        socket.getOutputStream().write(head.getBytes(UTF_8));
        socket.getOutputStream().write(body);
    }

    @Override
    public void close() throws IOException {
        server.close();
        crew.close();
    }
}
