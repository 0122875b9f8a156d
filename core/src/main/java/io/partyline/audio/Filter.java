package io.partyline.audio;

/// The inner loops of all filters.
///
/// Sums over many outputs at once, tap by tap: each output's own additions then stay in one order,
/// so that the result is the same however a stream is cut, and the compiler can still use vector
/// instructions (which it never does for a sum along one output, since that would change its
/// order).
final class Filter {
    private Filter() {}

    /// Adds to each of `count` outputs four taps' worth of its samples, which begin at `at` for the
    /// first.
    static void addFour(float[] sums, int count, float[] taps, int tap, float[] samples, int at) {
        float a = taps[tap];
        float b = taps[tap + 1];
        float c = taps[tap + 2];
        float d = taps[tap + 3];
        for (int i = 0; i < count; i++) {
            sums[i] =
                    sums[i]
                            + a * samples[at + i]
                            + b * samples[at + i + 1]
                            + c * samples[at + i + 2]
                            + d * samples[at + i + 3];
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
