package io.partyline.carrier.stream;

import io.partyline.carrier.sound.Mouth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts frames of 20 ms together to messages of another size, which need not be whole frames.
///
/// Owned by one thread.
final class Parcel {
    private static final int BYTES_PER_MS = 8;

    private final int size;
    private final byte[] open;
    private int filled;

    /// @param messageMs sound in each message
    Parcel(int messageMs) {
        size = messageMs * BYTES_PER_MS;
        open = new byte[size + Mouth.FRAME];
    }

    /// Takes a frame, and gives the messages that are full by it, in order.
    List<byte[]> add(byte[] frame) {
        System.arraycopy(frame, 0, open, filled, frame.length);
        filled += frame.length;
        List<byte[]> full = new ArrayList<>();
        while (filled >= size) {
            full.add(Arrays.copyOf(open, size));
            filled -= size;
            System.arraycopy(open, size, open, 0, filled);
        }
        return full;
    }
}
