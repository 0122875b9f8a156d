package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.partyline.audio.Frames;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// A page at the browser's seat, without a browser.
final class SeatClient implements AutoCloseable {
    /// What a test waits for happens in milliseconds; a busy machine may need more.
    static final Duration SOON = Duration.ofSeconds(60);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<float[]> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<?> pong = new CompletableFuture<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final WebSocket socket;

    SeatClient(URI door) {
        this(door, builder -> builder);
    }

    /// A page of whoever this is.
    SeatClient(Guest guest) {
        this(guest.visit().at("/"), builder -> builder.header("Authorization", guest.header()));
    }

    private SeatClient(URI door, UnaryOperator<WebSocket.Builder> brings) {
        socket =
                brings.apply(client.newWebSocketBuilder())
                        .connectTimeout(SOON)
                        .buildAsync(address(door), new Ears())
                        .orTimeout(SOON.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
    }

    static URI address(URI door) {
        return URI.create("ws://" + door.getAuthority() + SeatRoutes.PATH);
    }

    private final class Ears implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                told.add(json(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            assertThat(last).isTrue();
            byte[] pcm = new byte[data.remaining()];
            data.get(pcm);
            assertThat(pcm).hasSize(PagePcm.BYTES);
            var frame = new float[Frames.SAMPLES];
            PagePcm.read(pcm, frame);
            heard.add(frame);
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
            pong.complete(null);
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.completeExceptionally(error);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /// Asks for the seat, as the tab of this name.
    SeatClient sit(String tab) {
        return say("{\"type\":\"sit\",\"tab\":\"%s\"}".formatted(tab));
    }

    SeatClient take(String tab) {
        return say("{\"type\":\"sit\",\"tab\":\"%s\",\"take\":true}".formatted(tab));
    }

    SeatClient tell(String mic) {
        return say("{\"type\":\"tell\",\"mic\":\"%s\",\"microphone\":\"Owl 1\"}".formatted(mic));
    }

    SeatClient say(String json) {
        socket.sendText(json, true).join();
        return this;
    }

    /// Sends a frame that is this loud all through.
    SeatClient speak(float level) {
        var frame = new float[Frames.SAMPLES];
        Arrays.fill(frame, level);
        byte[] pcm = new byte[PagePcm.BYTES];
        PagePcm.write(frame, pcm);
        return send(pcm);
    }

    SeatClient send(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    void ping() {
        socket.sendPing(ByteBuffer.allocate(4)).join();
    }

    void awaitPong() {
        pong.orTimeout(SOON.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /// Frames that nobody has waited for.
    int framesHeard() {
        return heard.size();
    }

    /// Waits until it is told that the seat is so.
    JsonNode awaitSeat(String state) {
        return await(told, it -> it.path("state").asText().equals(state), "seat " + state);
    }

    /// Waits for a message of this type.
    JsonNode awaitTold(String type) {
        return await(told, it -> it.path("type").asText().equals(type), type);
    }

    /// Whether a message of this type has come that nobody has waited for.
    boolean hasBeenTold(String type) {
        return told.stream().anyMatch(it -> it.path("type").asText().equals(type));
    }

    /// Waits for a frame that fits.
    float[] awaitFrame(Predicate<float[]> fits) {
        return await(heard, fits, "a frame that fits");
    }

    /// Waits until the door closes the connection.
    ///
    /// @return the protocol's code
    int awaitClose() {
        return closed.orTimeout(SOON.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private static <T> T await(BlockingQueue<T> from, Predicate<T> fits, String what) {
        long deadline = System.nanoTime() + SOON.toNanos();
        try {
            while (true) {
                T next = from.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                assertThat(next).as(what).isNotNull();
                if (fits.test(next)) {
                    return next;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Goes without a goodbye.
    void vanish() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
        client.close();
    }
}
