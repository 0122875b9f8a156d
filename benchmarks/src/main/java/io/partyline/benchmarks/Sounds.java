package io.partyline.benchmarks;

import io.partyline.audio.Frames;
import java.util.Random;

/// Sound to measure with: noise, the same in every run.
final class Sounds {
    private Sounds() {}

    static float[] noise(int count, long seed) {
        var chance = new Random(seed);
        var samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (chance.nextFloat() * 2 - 1) / 4;
        }
        return samples;
    }

    static float[] frame(long seed) {
        return noise(Frames.SAMPLES, seed);
    }
}
