package io.partyline.audio;

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

    void measure(float[] frame) {
        float highest = 0;
        float sum = 0;
        for (int i = 0; i < Frames.SAMPLES; i++) {
            highest = Math.max(highest, Math.abs(frame[i]));
            sum += frame[i] * frame[i];
        }
        peak = Math.max(highest, peak * FALL);
        rms = (float) Math.sqrt(sum / Frames.SAMPLES);
    }

    void reset() {
        peak = 0;
        rms = 0;
    }
}
