package io.partyline.audio.rate;

import java.util.Arrays;

/// Resamples between any two rates: each output lies between two of a few hundred phases, and is
/// taken on the straight line between what these two give.
///
/// With 512 phases that line is off by less than (pi / 512)² / 8 of the sound at its highest
/// frequency, 106 dB down. It costs twice as much as [Dots], and no table that grows with the
/// rates.
final class Between implements Resampler.Kernel {
    /// Phases, not counting the one that is the first of the next sample.
    static final int PHASES = 512;

    private final float[][] phases;
    private final int up;
    private final int down;
    private final int past;
    private float[] run;
    private int next;
    private int place;

    /// @param phases the taps of [#PHASES] and of one more, the first again a sample later
    Between(float[][] phases, int up, int down) {
        this.phases = phases;
        this.up = up;
        this.down = down;
        past = phases[0].length - 1;
        run = new float[past];
    }

    @Override
    public int process(float[] in, int offset, int count, float[] out, int outOffset) {
        if (run.length < past + count) {
            run = Arrays.copyOf(run, past + count);
        }
        System.arraycopy(in, offset, run, past, count);
        int made = 0;
        while (next < count) {
            out[outOffset + made++] = at((double) place * PHASES / up);
            long steps = (long) place + down;
            next += (int) (steps / up);
            place = (int) (steps % up);
        }
        next -= count;
        System.arraycopy(run, count, run, 0, past);
        return made;
    }

    private float at(double phase) {
        int below = (int) phase;
        float part = (float) (phase - below);
        float first = Filter.dot(phases[below], run, next);
        float second = Filter.dot(phases[below + 1], run, next);
        return first + part * (second - first);
    }
}
