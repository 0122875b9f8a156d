package io.partyline.audio.level;

import io.partyline.audio.Frames;

/// The level of one source or listener. One thread measures, any thread reads.
public final class Meter {
    /// The peak falls by 20 dB in about 1.7 s, as on a broadcast meter.
    private static final float FALL = 0.973f;

    private volatile float peak;
    private volatile float rms;

    /// Starts at silence.
    public Meter() {}

    /// The highest sample of late, falling slowly; 1 is full scale.
    public float peak() {
        return peak;
    }

    /// The root of the mean square of the last frame; 1 is a full-scale square wave.
    public float rms() {
        return rms;
    }

    /// Measures a frame; one with a sample that is no number, or an endless one, counts as silence.
    ///
    /// @return whether the frame was sound at all
    public boolean measure(float[] frame) {
        float highest = Frames.peak(frame, 0, Frames.SAMPLES);
        boolean sound = Float.isFinite(highest);
        peak = Math.max(sound ? highest : 0, peak * FALL);
        rms =
                sound
                        ? (float)
                                Math.sqrt(Frames.squares(frame, 0, Frames.SAMPLES) / Frames.SAMPLES)
                        : 0;
        return sound;
    }

    public void reset() {
        peak = 0;
        rms = 0;
    }
}
