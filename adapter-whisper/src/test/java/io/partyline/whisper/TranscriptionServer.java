package io.partyline.whisper;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A transcriber's server on loopback: it takes the form apart and leaves the answer to the test.
final class TranscriptionServer implements AutoCloseable {
    /// What was asked.
    record Asked(String authorization, String fields, List<Byte> wav) {
        byte[] file() {
            var bytes = new byte[wav.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = wav.get(i);
            }
            return bytes;
        }

        double seconds() {
            return (wav.size() - 44) / 2.0 / Clip.RATE;
        }
    }

    /// What the server does with it.
    interface Manner {
        void answer(Asked asked, HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> all = new CopyOnWriteArrayList<>();

    TranscriptionServer(Manner manner) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(
                "/v1/audio/transcriptions",
                exchange -> {
                    Asked asked = read(exchange);
                    all.add(asked);
                    manner.answer(asked, exchange);
                });
        server.start();
    }

    /// What a transcriber says.
    static void say(HttpExchange exchange, String text) throws IOException {
        reply(exchange, 200, "application/json", "{\"text\":\"%s\"}".formatted(text));
    }

    static void reply(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    List<Asked> asked() {
        return List.copyOf(all);
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String boundary = text.substring(0, text.indexOf("\r\n"));
        int file = text.indexOf("filename=");
        int from = text.indexOf("\r\n\r\n", file) + 4;
        int to = text.lastIndexOf("\r\n" + boundary);
        var wav = new Byte[to - from];
        for (int i = 0; i < wav.length; i++) {
            wav[i] = body[from + i];
        }
        String key =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse("");
        return new Asked(key, text.substring(0, file), List.of(wav));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
