package io.partyline.doorway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a socket would give: these bytes, in pieces of a length, and then nothing more.
final class Bytes implements Supplier<byte @Nullable []> {
    private final Deque<byte[]> pieces = new ArrayDeque<>();

    private Bytes(byte[] all, int length) {
        for (int at = 0; at < all.length; at += length) {
            pieces.add(Arrays.copyOfRange(all, at, Math.min(all.length, at + length)));
        }
    }

    static Inflow of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    static Inflow of(String text, int piece) {
        return of(text.getBytes(ISO_8859_1), piece);
    }

    static Inflow of(byte[] bytes, int piece) {
        return new Inflow(new Bytes(bytes, Math.min(piece, Math.max(1, bytes.length))));
    }

    @Override
    public byte @Nullable [] get() {
        return pieces.poll();
    }
}
