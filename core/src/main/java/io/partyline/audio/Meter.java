package io.partyline.audio;

/// The level of one source or listener. One thread measures, any thread reads.
public final class Meter {
    /// The peak falls by 20 dB in about 1.7 s, as on a broadcast meter.
    private static final float FALL = 0.973f;

    /// Sums that run side by side, since a processor need not wait for one to add to the next.
    private static final int LANES = 8;

    private final float[] highest = new float[LANES];
    private final float[] squares = new float[LANES];
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
    boolean measure(float[] frame) {
        for (int lane = 0; lane < LANES; lane++) {
            highest[lane] = 0;
            squares[lane] = 0;
        }
        for (int i = 0; i < Frames.SAMPLES; i += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                float sample = frame[i + lane];
                highest[lane] = Math.max(highest[lane], Math.abs(sample));
                squares[lane] += sample * sample;
            }
        }
        return publish();
    }

    private boolean publish() {
        float most = 0;
        float sum = 0;
        for (int lane = 0; lane < LANES; lane++) {
            most = Math.max(most, highest[lane]);
            sum += squares[lane];
        }
        boolean sound = Float.isFinite(sum);
        peak = Math.max(sound ? most : 0, peak * FALL);
        rms = sound ? (float) Math.sqrt(sum / Frames.SAMPLES) : 0;
        return sound;
    }

    void reset() {
        peak = 0;
        rms = 0;
    }
}
