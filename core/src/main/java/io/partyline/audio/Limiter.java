package io.partyline.audio;

import java.util.Arrays;

/// Keeps a mix under -1 dB full scale by turning it down just before a peak arrives.
///
/// The gain that the highest sample of the next 4 ms needs is held for that long and then averaged over
/// as long, so that it is reached in time and never in a step; it recovers in about 100 ms. Measures
/// sample peaks: what a converter makes between samples can be a little higher.
///
/// Real-time: does not allocate. For one thread.
public final class Limiter {
    private static final int WINDOW = 192;

    /// By how much the sound is late, in samples at 48 kHz: 4 ms.
    public static final int DELAY = WINDOW - 1;

    private static final float CEILING = (float) Frames.gain(-1);
    private static final float RELEASE = 1 - (float) Math.exp(-1 / (0.1 * Frames.RATE));

    private final float[] late = new float[WINDOW];
    private final float[] held = new float[WINDOW];
    private final float[] lowest = new float[WINDOW];
    private final long[] lowestAt = new long[WINDOW];
    private int first;
    private int count;
    private long at;
    private float gain;
    private double sum;

    /// Starts with silence.
    public Limiter() {
        reset();
    }

    /// Forgets everything.
    public void reset() {
        Arrays.fill(late, 0);
        Arrays.fill(held, 1);
        first = 0;
        count = 0;
        at = 0;
        gain = 1;
        sum = WINDOW;
    }

    /// Limits a frame in place.
    public void process(float[] frame) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            frame[i] = next(frame[i]);
        }
    }

    private float next(float sample) {
        int place = (int) (at % WINDOW);
        float least = least(needed(sample));
        gain = Math.min(least, gain + (1 - gain) * RELEASE);
        sum += gain - held[place];
        held[place] = gain;
        late[place] = sample;
        at++;
        float delayed = late[(int) (at % WINDOW)];
        return Math.clamp((float) (delayed * (sum / WINDOW)), -CEILING, CEILING);
    }

    private static float needed(float sample) {
        float size = Math.abs(sample);
        return size > CEILING ? CEILING / size : 1;
    }

    /// The least of the last [#WINDOW] values: a queue in which each value is lower than those behind it
    /// were when it came.
    private float least(float value) {
        while (count > 0 && lowest[(first + count - 1) % WINDOW] >= value) {
            count--;
        }
        lowest[(first + count) % WINDOW] = value;
        lowestAt[(first + count) % WINDOW] = at;
        count++;
        if (lowestAt[first] <= at - WINDOW) {
            first = (first + 1) % WINDOW;
            count--;
        }
        return lowest[first];
    }
}
