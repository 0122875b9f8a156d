package io.partyline.twilio;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The carrier's end of a media stream, word by word.
final class CarrierSocket implements WebSocket.Listener {
    static final String STREAM = Sample.sid("MZ", 1);

    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CountDownLatch pongs = new CountDownLatch(1);
    private final StringBuilder joined = new StringBuilder();
    private @Nullable WebSocket socket;
    private int chunk;

    void open(WebSocket opened) {
        socket = opened;
    }

    void say(String text) {
        web().sendText(text, true).join();
    }

    void connected() {
        say("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    }

    void start(String callSid, String token) {
        start(Sample.ACCOUNT, callSid, token);
    }

    void start(String accountSid, String callSid, String token) {
        say(
                """
                {"event":"start","sequenceNumber":"1","start":{"accountSid":"%s","streamSid":"%s",\
                "callSid":"%s","tracks":["inbound"],"mediaFormat":{"encoding":"audio/x-mulaw",\
                "sampleRate":8000,"channels":1},"customParameters":{"token":"%s"}},"streamSid":"%s"}\
                """
                        .formatted(accountSid, STREAM, callSid, token, STREAM));
    }

    /// The next 20 ms of the caller.
    void media(String payload) {
        chunk++;
        say(
                """
                {"event":"media","sequenceNumber":"%d","streamSid":"%s","media":{"track":"inbound",\
                "chunk":"%d","timestamp":"%d","payload":"%s"}}\
                """
                        .formatted(chunk + 1, STREAM, chunk, 100 + 20 * chunk, payload));
    }

    void mark(String name) {
        say(
                "{\"event\":\"mark\",\"streamSid\":\"%s\",\"mark\":{\"name\":\"%s\"}}"
                        .formatted(STREAM, name));
    }

    void stop() {
        say("{\"event\":\"stop\",\"streamSid\":\"%s\",\"stop\":{}}".formatted(STREAM));
    }

    void binary() {
        web().sendBinary(ByteBuffer.allocate(10), true).join();
    }

    void piece(String text, boolean last) {
        web().sendText(text, last).join();
    }

    void ping() {
        web().sendPing(ByteBuffer.wrap(new byte[] {1, 2, 3})).join();
    }

    boolean awaitPong(Duration limit) throws InterruptedException {
        return pongs.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// The line goes dead without a goodbye.
    void cut() {
        web().abort();
    }

    /// Closes the stream, unless the show has closed it already.
    void goodbye() {
        web().sendClose(1000, "").handle((_, _) -> "").join();
    }

    /// The next thing that the show says, or nothing within ten seconds.
    String next() throws InterruptedException {
        String text = heard.poll(60, TimeUnit.SECONDS);
        return text == null ? "" : text;
    }

    /// So many messages of one kind, others left out.
    List<String> next(String event, int count) throws InterruptedException {
        List<String> found = new ArrayList<>();
        while (found.size() < count) {
            String text = next();
            if (text.isEmpty()) {
                return found;
            }
            if (text.contains("\"event\":\"" + event + "\"")) {
                found.add(text);
            }
        }
        return found;
    }

    /// Goes on talking until the show closes, and gives its close code.
    int talkUntilClosed(String payload, Duration limit) throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!isClosedWithin(Duration.ofMillis(20)) && System.nanoTime() < deadline) {
            try {
                media(payload);
            } catch (CompletionException _) {
                // The show has closed it since the last look.
                return awaitClose(limit);
            }
        }
        return awaitClose(Duration.ZERO);
    }

    private boolean isClosedWithin(Duration limit) throws Exception {
        try {
            awaitClose(limit);
            return true;
        } catch (TimeoutException _) {
            return false;
        }
    }

    /// The show's close code; 1006 if the connection just ended.
    int awaitClose(Duration limit) throws Exception {
        return closed.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket web, CharSequence text, boolean last) {
        joined.append(text);
        if (last) {
            heard.add(joined.toString());
            joined.setLength(0);
        }
        web.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket web, ByteBuffer message) {
        pongs.countDown();
        web.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket web, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket web, Throwable error) {
        closed.complete(1006);
    }

    private WebSocket web() {
        return Objects.requireNonNull(socket);
    }
}
