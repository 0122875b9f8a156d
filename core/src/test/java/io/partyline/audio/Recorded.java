package io.partyline.audio;

import java.util.Arrays;

/// A sink that keeps everything.
public final class Recorded implements FrameSink {
    private float[] samples = new float[64 * Frames.SAMPLES];
    private int length;

    /// Nothing yet.
    public Recorded() {}

    @Override
    public void write(float[] frame) {
        if (length + Frames.SAMPLES > samples.length) {
            samples = Arrays.copyOf(samples, 2 * samples.length);
        }
        System.arraycopy(frame, 0, samples, length, Frames.SAMPLES);
        length += Frames.SAMPLES;
    }

    public float[] samples() {
        return Arrays.copyOf(samples, length);
    }

    public int frames() {
        return length / Frames.SAMPLES;
    }
}
