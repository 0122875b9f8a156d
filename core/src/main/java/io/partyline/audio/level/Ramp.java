package io.partyline.audio.level;

import io.partyline.audio.Frames;

/// A gain that goes over from one value to another in a straight line, and has the other one at the
/// last sample.
///
/// The steps lie in a table: the compiler works on many samples at once only if nothing but numbers
/// that lie side by side is asked for, and not if each is made of its index. Real-time.
public final class Ramp {
    private static final float[] STEPS = steps();

    private Ramp() {}

    /// Changes the gain of a frame.
    public static void apply(float[] frame, float before, float after) {
        apply(frame, 0, Frames.SAMPLES, before, after);
    }

    /// Changes the gain of a stretch of a frame.
    public static void apply(float[] frame, int from, int count, float before, float after) {
        float step = (after - before) / count;
        float first = before - step * from;
        for (int i = from; i < from + count; i++) {
            frame[i] *= first + step * STEPS[i];
        }
    }

    /// Adds the first samples of a frame to a sum.
    ///
    /// @param count how many; the line is as long
    public static void add(float[] sum, float[] frame, int count, float before, float after) {
        float step = (after - before) / count;
        for (int i = 0; i < count; i++) {
            sum[i] += frame[i] * (before + step * STEPS[i]);
        }
    }

    private static float[] steps() {
        var steps = new float[Frames.SAMPLES];
        for (int i = 0; i < Frames.SAMPLES; i++) {
            steps[i] = i + 1;
        }
        return steps;
    }
}
