package io.partyline.studio.sound;

import io.partyline.audio.Frames;
import java.util.Arrays;

/// The last 20 ms of a caller whom nobody hears, as they came: with what comes next, it is enough
/// for a jitter buffer to begin at once when somebody does.
///
/// For the thread that brings the caller's sound.
final class JustSaid {
    private static final int KEPT = Frames.PHONE_SAMPLES;

    private final byte[] codes = new byte[KEPT];
    private int length;

    void keep(byte[] more, int offset, int count) {
        int taken = Math.min(count, KEPT);
        int kept = Math.min(length, KEPT - taken);
        System.arraycopy(codes, length - kept, codes, 0, kept);
        System.arraycopy(more, offset + count - taken, codes, kept, taken);
        length = kept + taken;
    }

    /// Hands over what there is, and forgets it.
    byte[] take() {
        byte[] all = Arrays.copyOf(codes, length);
        length = 0;
        return all;
    }
}
