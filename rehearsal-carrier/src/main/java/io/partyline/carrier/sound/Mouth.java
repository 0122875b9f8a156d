package io.partyline.carrier.sound;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// What the caller is going to say, cut into frames; silence when there is nothing left.
///
/// Safe for use by many threads at once.
public final class Mouth {
    /// Bytes of µ-law in 20 ms.
    public static final int FRAME = 160;

    private final Deque<byte[]> frames = new ArrayDeque<>();

    /// Says this after everything else; the last frame is filled up with silence.
    public synchronized void say(byte[] mulaw) {
        for (int start = 0; start < mulaw.length; start += FRAME) {
            byte[] frame = silence();
            int count = Math.min(FRAME, mulaw.length - start);
            System.arraycopy(mulaw, start, frame, 0, count);
            frames.addLast(frame);
        }
    }

    public synchronized byte[] frame() {
        byte[] frame = frames.pollFirst();
        return frame == null ? silence() : frame;
    }

    public synchronized boolean silent() {
        return frames.isEmpty();
    }

    private static byte[] silence() {
        byte[] frame = new byte[FRAME];
        Arrays.fill(frame, Mulaw.SILENCE);
        return frame;
    }
}
