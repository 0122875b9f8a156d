package io.partyline.benchmarks;

import io.partyline.audio.Frames;
import java.util.Random;

/// Sound to measure with: noise, the same in every run.
public final class Sounds {
    private Sounds() {}

    /// Noise 12 dB below full scale.
    public static float[] noise(int count, long seed) {
        var chance = new Random(seed);
        var samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (chance.nextFloat() * 2 - 1) / 4;
        }
        return samples;
    }

    /// A frame of it.
    public static float[] frame(long seed) {
        return noise(Frames.SAMPLES, seed);
    }
}
