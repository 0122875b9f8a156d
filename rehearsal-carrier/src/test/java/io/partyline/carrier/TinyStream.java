package io.partyline.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partyline.carrier.diary.Bell;
import io.partyline.carrier.diary.NotSeenException;
import io.partyline.carrier.sound.Mulaw;
import io.partyline.carrier.stream.WireFrame;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// The show's side of one media stream, as a test sees it.
final class TinyStream {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final Socket socket;
    private final DataInputStream in;
    private final TinyShow.Received upgrade;
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final Bell bell = new Bell();
    private volatile String end = "";
    private volatile boolean frozen;

    TinyStream(Socket socket, DataInputStream in, TinyShow.Received upgrade) {
        this.socket = socket;
        this.in = in;
        this.upgrade = upgrade;
    }

    TinyShow.Received upgrade() {
        return upgrade;
    }

    void listen() throws IOException {
        try {
            while (true) {
                bell.await(() -> !frozen, DEADLINE);
                WireFrame frame = WireFrame.read(in);
                if (frame.opcode() == WireFrame.CLOSE) {
                    write(frame);
                    ended("close frame");
                    return;
                }
                messages.add(JSON.readTree(new String(frame.payload(), UTF_8)));
                bell.ring();
            }
        } catch (IOException e) {
            ended(e.getClass().getSimpleName());
        }
    }

    private void ended(String how) {
        end = how;
        bell.ring();
    }

    List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    List<JsonNode> messages(String event) {
        return messages.stream().filter(message -> is(message, event)).toList();
    }

    /// Waits for the n-th message of this kind.
    JsonNode await(String event, int number) {
        await(_ -> messages(event).size() >= number, event + " " + number);
        return messages(event).get(number - 1);
    }

    /// Reads on until the caller has spoken and a message of nothing but silence has come behind
    /// it, and gives every message of sound up to that one.
    List<JsonNode> untilSilent() {
        boolean spoken = false;
        int number = 1;
        while (hasSound(await("media", number)) || !spoken) {
            spoken |= hasSound(await("media", number));
            number++;
        }
        return messages("media").subList(0, number);
    }

    private static boolean hasSound(JsonNode media) {
        for (byte code : sound(media)) {
            if (code != Mulaw.SILENCE) {
                return true;
            }
        }
        return false;
    }

    /// The µ-law of one message of sound.
    static byte[] sound(JsonNode media) {
        return Base64.getDecoder().decode(media.at("/media/payload").asText());
    }

    String awaitEnd() {
        await(_ -> !end.isEmpty(), "the end");
        return end;
    }

    private void await(Predicate<TinyStream> happened, String what) {
        if (!bell.await(() -> happened.test(this), DEADLINE)) {
            throw new NotSeenException(what, messages);
        }
    }

    String streamSid() {
        return await("start", 1).path("streamSid").asText();
    }

    void media(byte[] mulaw) throws IOException {
        send(
                "media",
                "\"media\":{\"payload\":\"" + Base64.getEncoder().encodeToString(mulaw) + "\"}");
    }

    void mark(String name) throws IOException {
        send("mark", "\"mark\":{\"name\":\"" + name + "\"}");
    }

    void clear() throws IOException {
        send("clear", "\"nothing\":0");
    }

    private void send(String event, String more) throws IOException {
        raw("{\"event\":\"%s\",\"streamSid\":\"%s\",%s}".formatted(event, streamSid(), more));
    }

    void raw(String text) throws IOException {
        write(new WireFrame(true, WireFrame.TEXT, text.getBytes(UTF_8)));
    }

    void write(WireFrame frame) throws IOException {
        synchronized (this) {
            socket.getOutputStream().write(frame.plain());
        }
    }

    void close() throws IOException {
        write(new WireFrame(true, WireFrame.CLOSE, new byte[] {0x03, (byte) 0xE8}));
    }

    /// The show's process is stopped: the connection stays, and nobody reads.
    void freeze() {
        frozen = true;
    }

    /// The show's process goes on.
    void thaw() {
        frozen = false;
        bell.ring();
    }

    /// The show's process dies: the connection just ends.
    void die() throws IOException {
        socket.close();
    }

    private static boolean is(JsonNode message, String event) {
        return message.path("event").asText().equals(event);
    }
}
