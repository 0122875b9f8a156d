package io.partyline.doorway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// A web server with a doorway on a free port of this computer.
///
/// `POST /echo` says what it was sent; `GET /known` makes the visitor known; `GET /long` says eight
/// megabytes; `GET /bye` says that it closes the connection.
final class OpenHouse implements AutoCloseable {
    static final int LONG = 8 * 1024 * 1024;

    private static final int PATIENCE_MS = 60_000;

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch cut = new CountDownLatch(1);
    private final Doorway doorway;
    private final WebServer server;

    OpenHouse(Limits limits) {
        this(limits, System::nanoTime);
    }

    /// @param nanoTime the time at the doorway
    OpenHouse(Limits limits, LongSupplier nanoTime) {
        doorway =
                new Doorway(
                        limits,
                        (_, sentence) ->
                                new Refusal.Words("content-type: text/plain\r\n", sentence),
                        nanoTime);
        var builder = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0);
        doorway.mount(builder, Http1Config.builder());
        server = builder.routing(this::routes).shutdownHook(false).build().start();
    }

    /// Times that no test reaches, but for those that it sets itself.
    static Limits patient(int visitors, int strangers) {
        Duration never = Duration.ofHours(1);
        return new Limits(visitors, strangers, 1000, never, never, never, never);
    }

    private void routes(HttpRouting.Builder routing) {
        routing.addFilter(
                        (chain, _, _) -> {
                            asked.incrementAndGet();
                            chain.proceed();
                        })
                .post(
                        "/echo",
                        (request, response) ->
                                response.send(
                                        request.content().hasEntity()
                                                ? request.content().as(byte[].class)
                                                : new byte[0]))
                .get(
                        "/known",
                        (_, response) -> {
                            Visitor.here().ifPresent(Visitor::isKnown);
                            response.send("known");
                        })
                .get(
                        "/long",
                        (_, response) -> {
                            try {
                                response.send(new byte[LONG]);
                            } catch (CloseConnectionException notTaken) {
                                cut.countDown();
                                throw notTaken;
                            }
                        })
                .get(
                        "/bye",
                        (_, response) ->
                                response.header(HeaderValues.CONNECTION_CLOSE).send("bye"));
    }

    /// How many requests have reached the server behind the doorway.
    int asked() {
        return asked.get();
    }

    /// Whether somebody was cut off because they did not take their answer.
    boolean hasCut() {
        return cut.getCount() == 0;
    }

    long broken() {
        return doorway.broken();
    }

    /// A connection, and what has been sent on it.
    Socket send(String text) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            socket.setSoTimeout(PATIENCE_MS);
            send(socket, text);
            return socket;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /// Sends a text and reads until the other side closes.
    String ask(String text) {
        try (Socket socket = send(text)) {
            return rest(socket);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// All that comes until the other side closes.
    static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /// Reads one answer whose body is this.
    static String answer(Socket socket, String body) throws IOException {
        var heard = new StringBuilder();
        while (!heard.toString().endsWith("\r\n\r\n" + body)) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return heard + " and then nothing";
            }
            heard.append((char) next);
        }
        return heard.toString();
    }

    @Override
    public void close() {
        server.stop();
    }
}
