package io.partyline.audio.player;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.Arrays;

/// Reels with sound on them that a test can recognise.
final class Reels {
    private Reels() {}

    /// A reel of the same value all through: what is heard of it is its gain.
    static Reel constant(float value, Duration length) {
        var samples = new float[Frames.samplesOf(length)];
        Arrays.fill(samples, value);
        return of(samples);
    }

    /// A reel that holds all of these samples, and no more.
    static Reel of(float... samples) {
        Reel reel = unfinished(samples);
        reel.finish();
        return reel;
    }

    /// A reel on which more may be written.
    static Reel unfinished(float... samples) {
        var reel = new Reel(Duration.ofMillis(samples.length / 48 + 1_000));
        reel.write(samples, 0, samples.length);
        return reel;
    }

    /// 0, 1, 2 and so on, a thousandth each: every sample is one of its own.
    static float[] counted(int count) {
        var samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = i / 1_000f;
        }
        return samples;
    }
}
