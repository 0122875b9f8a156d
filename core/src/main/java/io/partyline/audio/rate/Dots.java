package io.partyline.audio.rate;

import java.util.Arrays;

/// Resamples between rates with little in common (44.1 to 48 kHz: 160 phases): one output after the
/// other, since hardly two of a piece share a phase.
final class Dots implements Resampler.Kernel {
    /// The number of taps must be a multiple of this.
    static final int UNIT = 8;

    private final float[][] phases;
    private final int down;
    private final int past;
    private float[] run;
    private int next;
    private int phase;

    Dots(float[][] phases, int down) {
        this.phases = phases;
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
            out[outOffset + made++] = Filter.dot(phases[phase], run, next);
            phase += down;
            next += phase / phases.length;
            phase %= phases.length;
        }
        next -= count;
        System.arraycopy(run, count, run, 0, past);
        return made;
    }
}
