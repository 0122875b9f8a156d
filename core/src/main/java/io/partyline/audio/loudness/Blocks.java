package io.partyline.audio.loudness;

import java.util.Arrays;

/// Measurements sorted by loudness, a tenth of a LU each: any number of them in the same room, so
/// that a show may last as long as it likes. Their powers are summed as they are, so that a mean is
/// not rounded.
///
/// What is under -70 LUFS is left out: the absolute gate of ITU-R BS.1770-4 and EBU Tech 3342.
///
/// Real-time: does not allocate. For one thread.
final class Blocks {
    /// The absolute gate, in LUFS.
    private static final double QUIETEST = -70;

    private static final double STEP = 0.1;

    /// Up to +10 LUFS; what is louder counts as that loud.
    private static final int PLACES = 800;

    private final long[] counts = new long[PLACES];
    private final double[] sums = new double[PLACES];
    private long count;
    private double sum;

    void reset() {
        Arrays.fill(counts, 0);
        Arrays.fill(sums, 0);
        count = 0;
        sum = 0;
    }

    void add(double meanSquare) {
        double loudness = KWeighting.loudness(meanSquare);
        if (loudness < QUIETEST) {
            return;
        }
        int place = place(loudness);
        counts[place]++;
        sums[place] += meanSquare;
        count++;
        sum += meanSquare;
    }

    private static int place(double loudness) {
        return Math.clamp((long) ((loudness - QUIETEST) / STEP), 0, PLACES - 1);
    }

    /// The loudness of all together, in LUFS; that of silence if there is nothing.
    double mean() {
        return KWeighting.loudness(count == 0 ? 0 : sum / count);
    }

    /// The loudness of those that reach a loudness.
    double meanFrom(double loudness) {
        long reached = 0;
        double power = 0;
        for (int i = first(loudness); i < PLACES; i++) {
            reached += counts[i];
            power += sums[i];
        }
        return KWeighting.loudness(reached == 0 ? 0 : power / reached);
    }

    /// How far those that reach a loudness lie apart, in LU, without the lowest and highest of
    /// them.
    ///
    /// @param low the share that is lower than the lower end, 0 to 1
    /// @param high the same of the upper end
    double spread(double loudness, double low, double high) {
        int first = first(loudness);
        long reached = 0;
        for (int i = first; i < PLACES; i++) {
            reached += counts[i];
        }
        return reached == 0 ? 0 : at(first, reached, high) - at(first, reached, low);
    }

    private double at(int first, long reached, double share) {
        long wanted = Math.round((reached - 1) * share) + 1;
        long passed = 0;
        for (int i = first; i < PLACES; i++) {
            passed += counts[i];
            if (passed >= wanted) {
                return KWeighting.loudness(sums[i] / counts[i]);
            }
        }
        return QUIETEST;
    }

    private static int first(double loudness) {
        return loudness <= QUIETEST ? 0 : place(loudness);
    }
}
