package io.partyline.audio.level;

import io.partyline.audio.Frames;
import java.time.Duration;

/// Swaps one sound for another over time at equal power: cosine down, sine up, both 3 dB down in
/// the middle, so that two different pieces of music together stay as loud as each alone.
///
/// Real-time: does not allocate. For one thread.
public final class Fade {
    private final long length;
    private long at;

    /// A fade that is about to begin.
    public Fade(Duration length) {
        this.length = Frames.samplesOf(length);
        if (this.length < 1) {
            throw new IllegalArgumentException("a fade takes some time, not " + length);
        }
    }

    /// The gain of what comes.
    ///
    /// @param part how much of the fade is over, from 0 to 1
    public static double coming(double part) {
        return Math.sin(part * Math.PI / 2);
    }

    /// The gain of what leaves.
    ///
    /// @param part how much of the fade is over, from 0 to 1
    public static double leaving(double part) {
        return Math.cos(part * Math.PI / 2);
    }

    /// Mixes the next frame of both.
    ///
    /// @param leaving what leaves; not changed
    /// @param coming what comes; becomes the mix
    public void mix(float[] leaving, float[] coming) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            double part = Math.min(1, (double) at / length);
            coming[i] = (float) (leaving[i] * leaving(part) + coming[i] * coming(part));
            at++;
        }
    }

    /// Whether only what came is left.
    public boolean over() {
        return at >= length;
    }
}
