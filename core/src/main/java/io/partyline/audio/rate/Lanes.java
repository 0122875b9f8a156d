package io.partyline.audio.rate;

import io.partyline.audio.Frames;
import java.util.Arrays;

/// Resamples between rates that are small multiples of each other (8 to 48 kHz: six phases).
///
/// Every `up`-th output has the same phase, and begins `down` samples after the one before. So the
/// samples are dealt out into `down` lanes; then the outputs of one phase are sums over neighbours
/// in a lane, and can be made many at a time.
final class Lanes implements Resampler.Kernel {
    /// Most phases, and most lanes, for which this is the faster way at 20 ms a piece.
    private static final int MOST = 12;

    /// By phase, and then by lane: every `down`-th tap.
    private final float[][][] taps;

    private final int up;
    private final int down;
    private final int past;
    private final Filter filter = new Filter(Frames.PHONE_SAMPLES);
    private float[] run;
    private float[][] lanes;
    private float[] sums;
    private int next;
    private int phase;

    /// @param phases the taps of each phase, their number a multiple of [#unit]
    Lanes(float[][] phases, int down) {
        this.down = down;
        taps = new float[phases.length][down][phases[0].length / down];
        for (int p = 0; p < phases.length; p++) {
            for (int tap = 0; tap < phases[p].length; tap++) {
                taps[p][tap % down][tap / down] = phases[p][tap];
            }
        }
        up = phases.length;
        past = phases[0].length - 1;
        run = new float[past];
        lanes = new float[down][past / down + 1];
        sums = new float[1];
    }

    /// Whether this is the way for such a ratio.
    static boolean suit(int up, int down) {
        return Math.max(up, down) <= MOST;
    }

    /// The number of taps must be a multiple of this: four for each lane.
    static int unit(int down) {
        return 4 * down;
    }

    @Override
    public int process(float[] in, int offset, int count, float[] out, int outOffset) {
        makeRoom(count);
        System.arraycopy(in, offset, run, past, count);
        deal(past + count);
        int made = outputs(count);
        for (int residue = 0; residue < Math.min(up, made); residue++) {
            int steps = phase + residue * down;
            int each = (made - residue + up - 1) / up;
            sum(taps[steps % up], next + steps / up, each);
            spread(out, outOffset + residue, each);
        }
        move(count, made);
        return made;
    }

    private void makeRoom(int count) {
        if (run.length < past + count) {
            run = Arrays.copyOf(run, past + count);
            lanes = new float[down][(past + count) / down + 1];
            sums = new float[count / down + 1];
        }
    }

    private void deal(int count) {
        for (int lane = 0; lane < down; lane++) {
            float[] dealt = lanes[lane];
            for (int i = lane, to = 0; i < count; i += down, to++) {
                dealt[to] = run[i];
            }
        }
    }

    /// How many outputs begin within the next `count` samples.
    private int outputs(int count) {
        long units = (long) (count - next) * up - phase;
        return units <= 0 ? 0 : (int) ((units + down - 1) / down);
    }

    private void sum(float[][] laneTaps, int first, int count) {
        Arrays.fill(sums, 0, count, 0);
        for (int i = 0; i < down; i++) {
            float[] lane = lanes[(first + i) % down];
            int at = (first + i) / down;
            for (int tap = 0; tap < laneTaps[i].length; tap += 4) {
                filter.addFour(sums, count, laneTaps[i], tap, lane, at + tap);
            }
        }
    }

    private void spread(float[] out, int from, int count) {
        for (int i = 0; i < count; i++) {
            out[from + i * up] = sums[i];
        }
    }

    private void move(int count, int made) {
        long steps = phase + (long) made * down;
        next += (int) (steps / up) - count;
        phase = (int) (steps % up);
        System.arraycopy(run, count, run, 0, past);
    }
}
