package io.partyline.app;

import java.util.ArrayList;
import java.util.List;

/// Two recordings of one voice: what each lacks, and how far they are apart where both have it.
final class Twins {
    /// A window is 43 ms, one every 200 ms.
    private static final int WINDOW = 2_048;

    private static final int EVERY = StemFile.RATE / 5;

    /// As far as it is looked for: 40 ms to either side.
    private static final int REACH = StemFile.RATE / 25;

    /// What is not as alike as this is not the same sound: a window in which one of them goes from
    /// one place to another.
    private static final double ALIKE = 0.9;

    /// Windows count with no break of 5 ms in the live stem half a second before and behind them:
    /// what a line that comes back plays for a moment is not followed.
    private static final int AROUND = StemFile.RATE / 2;

    private static final int BREAK = StemFile.RATE / 200;

    private static final float NOTHING = 1e-4f;

    /// Shorter silences are no gaps: 100 ms.
    private static final int LONG = StemFile.RATE / 10;

    private final float[] live;
    private final float[] local;
    private final List<Integer> lags = new ArrayList<>();

    /// A stretch of silence between sound.
    record Gap(int from, int length) {}

    Twins(float[] live, float[] local) {
        this.live = live;
        this.local = local;
        for (int at = REACH; at + WINDOW + REACH < live.length; at += EVERY) {
            compare(at);
        }
    }

    private void compare(int at) {
        if (!soundsAround(at)
                || energy(live, at) < WINDOW * 1e-4
                || energy(local, at) < WINDOW * 1e-4) {
            return;
        }
        int best = 0;
        double most = 0;
        for (int lag = -REACH; lag <= REACH; lag++) {
            double alike = alike(at, lag);
            if (alike > most) {
                most = alike;
                best = lag;
            }
        }
        if (most > ALIKE) {
            lags.add(best);
        }
    }

    /// Whether the line has stood for a while, and goes on to.
    private boolean soundsAround(int at) {
        int silent = 0;
        for (int i = Math.max(0, at - AROUND); i < Math.min(live.length, at + AROUND); i++) {
            silent = Math.abs(live[i]) > NOTHING ? 0 : silent + 1;
            if (silent > BREAK) {
                return false;
            }
        }
        return true;
    }

    private double alike(int at, int lag) {
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            sum += (double) live[at + i] * local[at + lag + i];
        }
        return sum / Math.sqrt(energy(live, at) * energy(local, at + lag) + 1e-12);
    }

    private static double energy(float[] samples, int at) {
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            sum += (double) samples[at + i] * samples[at + i];
        }
        return sum;
    }

    int compared() {
        return lags.size();
    }

    /// How far they are apart at most, in samples.
    int farthest() {
        return lags.stream().mapToInt(Math::abs).max().orElse(Integer.MAX_VALUE);
    }

    /// The silences between the first and the last sound.
    List<Gap> gaps(float[] samples) {
        var gaps = new ArrayList<Gap>();
        int last = -1;
        for (int i = 0; i < samples.length; i++) {
            if (Math.abs(samples[i]) > NOTHING) {
                if (last >= 0 && i - last > LONG) {
                    gaps.add(new Gap(last, i - last));
                }
                last = i;
            }
        }
        return gaps;
    }

    /// Samples that lie in gaps.
    int lost(float[] samples) {
        return gaps(samples).stream().mapToInt(Gap::length).sum();
    }
}
