package io.partyline.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/// A made-up provider of ears, minds and mouths on one port: it takes as long as those of the field
/// do at their median, and always hears, thinks and says the same.
final class Providers implements AutoCloseable {
    /// From the end of the speech that is sent to its text.
    private static final Duration EARS = Duration.ofMillis(250);

    /// From the question to the first token, and with it the first sentence.
    private static final Duration MIND = Duration.ofMillis(420);

    /// From the sentence to its first sound.
    private static final Duration MOUTH = Duration.ofMillis(140);

    private static final int TONE_RATE = 24_000;

    /// Of what is sent to be heard: 16 kHz, 16 bit; the form around it is less than 20 ms of that.
    private static final int BYTES_A_MILLI = 32;

    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /// @param heard what is heard in everything
    Providers(String heard) throws IOException {
        this(_ -> heard);
    }

    /// @param heard what is heard in so many milliseconds of sound
    Providers(IntFunction<String> heard) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(hands);
        server.createContext(
                "/v1/audio/transcriptions",
                asked -> {
                    int bytes = asked.getRequestBody().readAllBytes().length;
                    pass(EARS);
                    String text = heard.apply(bytes / BYTES_A_MILLI);
                    answer(asked, "application/json", "{\"text\":\"%s\"}".formatted(text));
                });
        server.createContext(
                "/v1/chat/completions",
                asked -> {
                    asked.getRequestBody().readAllBytes();
                    pass(MIND);
                    answer(
                            asked,
                            "text/event-stream",
                            """
                            data: {"choices":[{"index":0,"delta":{"content":"I think so. "},"finish_reason":null}]}

                            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

                            data: [DONE]

                            """);
                });
        server.createContext(
                "/v1/audio/speech",
                asked -> {
                    asked.getRequestBody().readAllBytes();
                    pass(MOUTH);
                    asked.getResponseHeaders().set("Content-Type", "audio/pcm");
                    asked.sendResponseHeaders(200, 0);
                    try (OutputStream out = asked.getResponseBody()) {
                        out.write(tone());
                    }
                });
        server.start();
    }

    /// What a host would set.
    Map<String, String> settings() {
        String base = "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
        return Map.of(
                "PARTYLINE_STT_BASE_URL", base,
                "PARTYLINE_LLM_BASE_URL", base,
                "PARTYLINE_LLM_MODEL", "owl-1",
                "PARTYLINE_TTS_BASE_URL", base);
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void answer(HttpExchange asked, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().set("Content-Type", type);
        asked.sendResponseHeaders(200, body.length);
        try (OutputStream out = asked.getResponseBody()) {
            out.write(body);
        }
    }

    /// Half a second of 440 Hz, 16 bit, the lower byte first.
    private static byte[] tone() {
        var bytes = new byte[TONE_RATE];
        for (int i = 0; i < bytes.length / 2; i++) {
            int sample = (int) (6_000 * Math.sin(2 * Math.PI * 440 * i / TONE_RATE));
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        return bytes;
    }

    @Override
    public void close() {
        server.stop(0);
        hands.close();
    }
}
