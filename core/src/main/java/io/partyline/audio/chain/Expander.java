package io.partyline.audio.chain;

import io.partyline.audio.Frames;
import io.partyline.audio.level.Ramp;

/// Makes the pauses of a voice quieter, softly: what lies under -45 dBFS is lowered by as much
/// again, 12 dB at most, and [ComfortNoise] takes the place of what is gone.
///
/// It opens within 5 ms, and at the beginning of a word rather than after it, since a whole frame
/// is known at a time; it waits 200 ms, and closes within 300. Switched on or off it goes over the
/// same way. Real-time: does not allocate. For one thread.
final class Expander {
    private static final double THRESHOLD = -45;
    private static final double DEPTH = 12;

    /// 5 ms.
    private static final int STEP = 240;

    /// So many steps are 200 ms.
    private static final int HOLD = 40;

    /// 12 dB in 300 ms, in dB a step.
    private static final double CLOSING = 0.2;

    private final ComfortNoise noise;
    private int held;
    private double gain;

    Expander(ComfortNoise noise) {
        this.noise = noise;
    }

    void work(float[] frame, boolean on) {
        if (!on && gain == 0) {
            return;
        }
        for (int from = 0; from < Frames.SAMPLES; from += STEP) {
            double before = gain;
            follow(on ? wanted(frame, from) : 0);
            if (before != 0 || gain != 0) {
                lower(frame, from, before, gain);
            }
        }
    }

    private double wanted(float[] frame, int from) {
        double level = Frames.decibels(Math.sqrt(Frames.squares(frame, from, from + STEP) / STEP));
        return Math.clamp(level - THRESHOLD, -DEPTH, 0);
    }

    /// Up at once, down in its time.
    private void follow(double wanted) {
        if (wanted >= gain) {
            gain = wanted;
            held = HOLD;
        } else if (held > 0) {
            held--;
        } else {
            gain = Math.max(wanted, gain - CLOSING);
        }
    }

    private void lower(float[] frame, int from, double before, double after) {
        Ramp.apply(frame, from, STEP, (float) Frames.gain(before), (float) Frames.gain(after));
        noise.add(frame, from, STEP, (float) (-before / DEPTH), (float) (-after / DEPTH));
    }
}
