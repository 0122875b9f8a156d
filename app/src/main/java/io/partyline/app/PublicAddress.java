package io.partyline.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Whether the public address leads here: a word is laid behind the phone door's port, and asked
/// for from outside; then an upgrade to a WebSocket is, and has to be refused here.
///
/// @param port of the phone door
record PublicAddress(String base, int port) {
    private static final String PART = "public address";
    private static final String WAY = "/partyline-check";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    Finding look() {
        String word = UUID.randomUUID().toString();
        try (var answering = Answering.with(word, port)) {
            Optional<String> heard = ask();
            if (heard.isEmpty()) {
                return Finding.no(
                        PART, base + " cannot be reached: start the tunnel, and " + toThisPort());
            }
            if (heard.get().equals(word)) {
                return upgraded();
            }
            return answering.open()
                    ? Finding.no(PART, base + " leads somewhere else: " + toThisPort())
                    : Finding.ok(
                            PART,
                            "%s answers; port %d is in use, so it was not tried where it leads."
                                    .formatted(base, port));
        }
    }

    private Finding upgraded() {
        try {
            return new UpgradeProbe(HttpClient.newHttpClient()).comesThrough(base + WAY)
                    ? Finding.ok(PART, "%s leads to port %d here.".formatted(base, port))
                    : Finding.no(
                            PART,
                            "%s leads to port %d here, but not for WebSockets, which callers are heard on: let the tunnel pass upgrades on."
                                    .formatted(base, port));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.no(PART, base + " was not looked at to the end.");
        }
    }

    private String toThisPort() {
        return "point it to port %d of this computer.".formatted(port);
    }

    /// What is said there, empty if nobody answers. A request's own limit does not count the body.
    private Optional<String> ask() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + WAY)).build();
        CompletableFuture<HttpResponse<String>> answer =
                HttpClient.newHttpClient()
                        .sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return Optional.of(answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS).body());
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            answer.cancel(true);
        }
    }

    /// Says the word to whoever asks, for as long as it is open; an upgrade is refused with it.
    private record Answering(Optional<HttpServer> server) implements AutoCloseable {
        /// Nobody answers if the port is in use: a show is running already.
        static Answering with(String word, int port) {
            try {
                var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
                HttpServer server = HttpServer.create(address, 1);
                server.createContext("/", exchange -> say(word, exchange));
                server.start();
                return new Answering(Optional.of(server));
            } catch (IOException portInUse) {
                return new Answering(Optional.empty());
            }
        }

        private static void say(String word, HttpExchange exchange) throws IOException {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            boolean upgrade = exchange.getRequestHeaders().containsKey("Upgrade");
            try (exchange) {
                exchange.sendResponseHeaders(upgrade ? 403 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }

        boolean open() {
            return server.isPresent();
        }

        @Override
        public void close() {
            server.ifPresent(open -> open.stop(0));
        }
    }
}
