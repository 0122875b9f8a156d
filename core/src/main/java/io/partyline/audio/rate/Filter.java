package io.partyline.audio.rate;

/// The inner loops of all filters. For one thread.
///
/// Sums over many outputs at once, tap by tap: each output's own additions then stay in one order,
/// so that the result is the same however a stream is cut, and the compiler can still use vector
/// instructions (which it never does for a sum along one output, since that would change its
/// order).
public final class Filter {
    private static final int TOGETHER = 4;

    /// Copies of the samples, each moved on by one. The compiler uses vector instructions only
    /// where both arrays have the same index, since it cannot know that they are not one and the
    /// same.
    private float[][] moved;

    /// A filter that need not allocate for so many outputs at a time.
    public Filter(int outputs) {
        moved = new float[TOGETHER][outputs];
    }

    /// Adds to each of `count` outputs four taps' worth of its samples, which begin at `at` for the
    /// first.
    public void addFour(float[] sums, int count, float[] taps, int tap, float[] samples, int at) {
        if (moved[0].length < count) {
            moved = new float[TOGETHER][count];
        }
        for (int i = 0; i < TOGETHER; i++) {
            System.arraycopy(samples, at + i, moved[i], 0, count);
        }
        float a = taps[tap];
        float b = taps[tap + 1];
        float c = taps[tap + 2];
        float d = taps[tap + 3];
        float[] first = moved[0];
        float[] second = moved[1];
        float[] third = moved[2];
        float[] fourth = moved[3];
        for (int i = 0; i < count; i++) {
            sums[i] = sums[i] + a * first[i] + b * second[i] + c * third[i] + d * fourth[i];
        }
    }

    /// One output: eight sums side by side, always the same way. The number of taps is a multiple
    /// of eight.
    static float dot(float[] taps, float[] samples, int at) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        for (int i = 0; i < taps.length; i += 8) {
            a += taps[i] * samples[at + i];
            b += taps[i + 1] * samples[at + i + 1];
            c += taps[i + 2] * samples[at + i + 2];
            d += taps[i + 3] * samples[at + i + 3];
            e += taps[i + 4] * samples[at + i + 4];
            f += taps[i + 5] * samples[at + i + 5];
            g += taps[i + 6] * samples[at + i + 6];
            h += taps[i + 7] * samples[at + i + 7];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
