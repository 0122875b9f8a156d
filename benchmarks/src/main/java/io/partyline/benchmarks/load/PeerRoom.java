package io.partyline.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.partyline.carrier.sound.Mulaw;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A room of the baseline: everybody in it hears the sum of the others. Owned by the baseline's
/// thread.
final class PeerRoom {
    /// Frames that wait for their turn; the oldest goes first.
    private static final int MOST_FRAMES = 3;

    private static final int SAMPLES = Voice.SAMPLES;
    private static final byte[] PAYLOAD = "\"payload\":\"".getBytes(ISO_8859_1);
    private static final Pattern ROOM = Pattern.compile("\"room\":\"(\\d+)\"");
    private static final Pattern STREAM = Pattern.compile("\"streamSid\":\"(\\w+)\"");
    private static final short[] DECODED = new short[256];
    private static final byte[] ENCODED = new byte[1 << 16];
    private static final short[] SILENCE = new short[SAMPLES];

    static {
        for (int code = 0; code < DECODED.length; code++) {
            DECODED[code] = Mulaw.decode((byte) code);
        }
        for (int pcm = Short.MIN_VALUE; pcm <= Short.MAX_VALUE; pcm++) {
            ENCODED[pcm & 0xFFFF] = Mulaw.encode((short) pcm);
        }
    }

    /// What a stream says of itself.
    record Start(int room, String stream) {}

    private final List<Seat> seats = new ArrayList<>();
    private final int[] sum = new int[SAMPLES];
    private final byte[] codes = new byte[SAMPLES];
    private final Letters letters = new Letters();

    static Optional<Start> start(String message) {
        Matcher room = ROOM.matcher(message);
        Matcher stream = STREAM.matcher(message);
        return room.find() && stream.find()
                ? Optional.of(new Start(Integer.parseInt(room.group(1)), stream.group(1)))
                : Optional.empty();
    }

    Seat sit(WireSocket socket, String stream) {
        Seat seat = new Seat(socket, stream);
        seats.add(seat);
        return seat;
    }

    /// Takes a frame of everybody, and gives everybody the others'.
    void tick() {
        Arrays.fill(sum, 0);
        for (Seat seat : seats) {
            seat.next();
            for (int i = 0; i < SAMPLES; i++) {
                sum[i] += seat.now[i];
            }
        }
        seats.removeIf(seat -> !playOthers(seat));
    }

    private boolean playOthers(Seat seat) {
        for (int i = 0; i < SAMPLES; i++) {
            int others = Math.clamp(sum[i] - seat.now[i], Short.MIN_VALUE, Short.MAX_VALUE);
            codes[i] = ENCODED[others & 0xFFFF];
        }
        return seat.play(Base64.getEncoder().encode(codes));
    }

    /// One caller's place in the room.
    final class Seat {
        private final WireSocket socket;
        private final byte[] before;
        private final Queue<short[]> waiting = new ArrayDeque<>();
        private short[] now = SILENCE;

        Seat(WireSocket socket, String stream) {
            this.socket = socket;
            before =
                    "{\"event\":\"media\",\"streamSid\":\"%s\",\"media\":{\"payload\":\""
                            .formatted(stream)
                            .getBytes(ISO_8859_1);
        }

        void hears(byte[] bytes, int from, int to) {
            int found = WireSocket.find(bytes, from, to, PAYLOAD);
            if (found < 0) {
                return;
            }
            int start = found + PAYLOAD.length;
            int end = start;
            while (end < to && bytes[end] != '"') {
                end++;
            }
            ByteBuffer heard =
                    Base64.getDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
            short[] samples = new short[SAMPLES];
            for (int i = 0; i < SAMPLES && heard.hasRemaining(); i++) {
                samples[i] = DECODED[heard.get() & 0xFF];
            }
            if (waiting.size() == MOST_FRAMES) {
                waiting.remove();
            }
            waiting.add(samples);
        }

        private void next() {
            short[] next = waiting.poll();
            now = next == null ? SILENCE : next;
        }

        /// Whether the connection still stands; if not, the seat is free again.
        private boolean play(byte[] payload) {
            letters.begin().put(before).put(payload).put("\"}}");
            try {
                socket.send(WireSocket.TEXT, letters.bytes(), letters.length());
                return true;
            } catch (IOException _) {
                return false;
            }
        }

        void leave() {
            seats.remove(this);
        }
    }
}
