package io.partyline.audio.chain;

import io.partyline.audio.Frames;
import io.partyline.audio.level.Ramp;
import java.util.Arrays;

/// Keeps the peaks of one voice under -6 dBFS, so that nobody who shouts leaves the others no room
/// in the mix.
///
/// Unlike the program's limiter it delays nothing: a voice stays where it is in the show, to the
/// sample. It knows a whole frame at a time, and turns down ahead of a peak within it, by half
/// within 5 ms; a peak in the first millisecond of a frame is cut off where it has no time for
/// that. It recovers in about 100 ms.
///
/// Real-time: does not allocate. For one thread.
final class PeakGuard {
    private static final float CEILING = (float) Frames.gain(-6);

    /// 1 ms.
    private static final int STEP = 48;

    private static final int STEPS = Frames.SAMPLES / STEP;

    /// How much of the way back it goes in a step.
    private static final float RELEASE = 1 - (float) Math.exp(-1 / 100.0);

    /// How much it turns down in a step when there is time.
    private static final float ATTACK = 0.1f;

    private static final float AS_GOOD_AS_ONE = 0.9995f;

    private final float[] needed = new float[STEPS];
    private final float[] gains = new float[STEPS + 1];
    private float gain = 1;

    void work(float[] frame, boolean on) {
        boolean needs = on && need(frame);
        if (!needs && gain == 1) {
            return;
        }
        if (!needs) {
            Arrays.fill(needed, 1);
        }
        plan();
        turnDown(frame);
        if (on) {
            cutOff(frame);
        }
        gain = gains[STEPS] > AS_GOOD_AS_ONE ? 1 : gains[STEPS];
    }

    /// How far down each millisecond has to be.
    private boolean need(float[] frame) {
        boolean needs = false;
        for (int step = 0; step < STEPS; step++) {
            float highest = Frames.peak(frame, step * STEP, (step + 1) * STEP);
            needed[step] = highest > CEILING ? CEILING / highest : 1;
            needs |= highest > CEILING;
        }
        return needs;
    }

    /// From the back, so that each peak is seen coming; then from the front, so that none is left
    /// too soon.
    private void plan() {
        gains[STEPS] = needed[STEPS - 1];
        for (int i = STEPS - 1; i > 0; i--) {
            gains[i] = Math.min(Math.min(needed[i - 1], needed[i]), gains[i + 1] + ATTACK);
        }
        gains[0] = gain;
        for (int i = 1; i <= STEPS; i++) {
            gains[i] = Math.min(gains[i], gains[i - 1] + (1 - gains[i - 1]) * RELEASE);
        }
    }

    private void turnDown(float[] frame) {
        for (int step = 0; step < STEPS; step++) {
            Ramp.apply(frame, step * STEP, STEP, gains[step], gains[step + 1]);
        }
    }

    private static void cutOff(float[] frame) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            frame[i] = Math.clamp(frame[i], -CEILING, CEILING);
        }
    }
}
