package io.partyline.icecast;

import io.partyline.audio.Frames;

/// Frames as whole numbers of 16 bits, which is what coders take.
final class Pcm {
    private static final float FULL = 32_767;

    private Pcm() {}

    static short of(float sample) {
        return (short) Math.round(Math.clamp(sample, -1f, 1f) * FULL);
    }

    static void shorts(float[] frame, short[] to) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            to[i] = of(frame[i]);
        }
    }

    /// The low byte first.
    static void bytes(float[] frame, byte[] to) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            short sample = of(frame[i]);
            to[2 * i] = (byte) sample;
            to[2 * i + 1] = (byte) (sample >> 8);
        }
    }
}
