package io.partyline.audio.level;

import io.partyline.audio.Frames;
import io.partyline.audio.SlidingLeast;
import java.util.Arrays;

/// Keeps a mix under -1 dB full scale by turning it down just before a peak arrives.
///
/// The gain that the highest peak of the next 4 ms needs is held for that long and then averaged
/// over as long, so that it is reached in time and never in a step; it recovers in about 100 ms.
/// Peaks between the samples count too, as [TruePeak] sees them: -1 dBTP within 0.1 dB for sound up
/// to 8 kHz, under 0 dBTP for sound up to 16 kHz; white noise up to the top of the band can go a
/// decibel beyond. Samples themselves never pass -1 dB.
///
/// While nothing is near the ceiling it is a delay and nothing else, bit for bit.
///
/// Real-time: does not allocate. For one thread.
public final class Limiter {
    /// How far it looks ahead, in samples: 4 ms.
    private static final int WINDOW = 192;

    /// By how much the sound is late, in samples at 48 kHz: a little over 4 ms.
    public static final int DELAY = WINDOW - 1 + TruePeak.AHEAD;

    private static final float CEILING = (float) Frames.gain(-1);
    private static final float RELEASE = 1 - (float) Math.exp(-1 / (0.1 * Frames.RATE));

    /// A gain so near to 1 (-0.004 dB) counts as 1: beyond, a step of the recovery is too small for
    /// a float.
    private static final float AS_GOOD_AS_ONE = 0.9995f;

    private final float[] line = new float[DELAY + Frames.SAMPLES];
    private final TruePeak truePeak = new TruePeak();
    private final SlidingLeast least = new SlidingLeast(WINDOW);
    private final float[] gains = new float[WINDOW];
    private int place;
    private int untouched;
    private float gain;
    private double sum;

    /// Starts with silence.
    public Limiter() {
        reset();
    }

    /// Forgets everything.
    public void reset() {
        Arrays.fill(line, 0);
        Arrays.fill(gains, 1);
        truePeak.reset();
        least.reset();
        place = 0;
        untouched = WINDOW;
        gain = 1;
        sum = WINDOW;
    }

    /// Limits a frame in place.
    public void process(float[] frame) {
        float[] peaks = truePeak.measure(frame);
        System.arraycopy(line, Frames.SAMPLES, line, 0, DELAY);
        System.arraycopy(frame, 0, line, DELAY, Frames.SAMPLES);
        System.arraycopy(line, 0, frame, 0, Frames.SAMPLES);
        if (untouched < WINDOW || Frames.peak(peaks, 0, Frames.SAMPLES) > CEILING) {
            turnDown(frame, peaks);
        }
    }

    private void turnDown(float[] frame, float[] peaks) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            float limited = frame[i] * next(peaks[i]);
            frame[i] = Math.clamp(limited, -CEILING, CEILING);
        }
    }

    private float next(float peak) {
        float needed = least.next(peak > CEILING ? CEILING / peak : 1);
        gain = Math.min(needed, gain + (1 - gain) * RELEASE);
        if (gain > AS_GOOD_AS_ONE) {
            gain = 1;
        }
        untouched = gain < 1 ? 0 : untouched + 1;
        sum += gain - gains[place];
        gains[place] = gain;
        place = place + 1 == WINDOW ? 0 : place + 1;
        return (float) (sum / WINDOW);
    }
}
