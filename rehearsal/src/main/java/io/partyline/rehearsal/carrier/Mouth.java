package io.partyline.rehearsal.carrier;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// What the caller is going to say, cut into frames; silence when there is nothing left.
///
/// Safe for use by many threads at once.
final class Mouth {
    private final Deque<byte[]> frames = new ArrayDeque<>();

    /// Says this after everything else; the last frame is filled up with silence.
    synchronized void say(byte[] mulaw) {
        for (int start = 0; start < mulaw.length; start += MediaLeg.FRAME) {
            byte[] frame = silence();
            int count = Math.min(MediaLeg.FRAME, mulaw.length - start);
            System.arraycopy(mulaw, start, frame, 0, count);
            frames.addLast(frame);
        }
    }

    synchronized byte[] frame() {
        byte[] frame = frames.pollFirst();
        return frame == null ? silence() : frame;
    }

    synchronized boolean silent() {
        return frames.isEmpty();
    }

    private static byte[] silence() {
        byte[] frame = new byte[MediaLeg.FRAME];
        Arrays.fill(frame, Mulaw.SILENCE);
        return frame;
    }
}
