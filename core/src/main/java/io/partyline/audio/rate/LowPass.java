package io.partyline.audio.rate;

/// The filter of a change of rate: what of a sound comes through it, and what does not.
///
/// A Kaiser window of 8.5 puts what is stopped more than 80 dB down; how long the filter is for
/// that follows from how far the two bands are apart (Kaiser's formula).
///
/// @param from samples a second that come in
/// @param to samples a second that go out
/// @param pass up to this frequency the band is flat
/// @param stop from this frequency on nothing is left
record LowPass(int from, int to, double pass, double stop) {
    private static final double BETA = 8.5;

    /// How many samples of the higher rate the filter is long, times the share of that rate between
    /// its two bands.
    private static final double LENGTH = 5.4;

    /// Up to 85 % of the lower rate's half: 3.4 kHz of the telephone's 4.
    private static final double PASS = 0.85;

    /// The filter that a change of rate needs at least.
    static LowPass between(int from, int to) {
        double half = Math.min(from, to) / 2.0;
        return new LowPass(from, to, PASS * half, half);
    }

    /// How many taps a phase has at least, as a multiple of `unit`.
    int taps(int unit) {
        double share = (stop - pass) / Math.max(from, to);
        double length = LENGTH / share * Math.min(1, (double) from / to);
        // A length that is meant to be whole is so in binary only nearly.
        return unit * (int) Math.ceil(length / unit - 1e-9);
    }

    /// The taps of each phase, the oldest sample's first. Each phase sums to one, so that a
    /// constant stays what it is.
    ///
    /// @param taps how many a phase has
    /// @param parts how many phases there are from one sample to the next
    /// @param count how many of them are wanted
    float[][] phases(int taps, int parts, int count) {
        var filter = new Kaiser(BETA, taps / 2.0, (pass + stop) / 2 / from);
        var table = new float[count][taps];
        for (int phase = 0; phase < count; phase++) {
            double first = taps / 2.0 - 1 + (double) phase / parts;
            double sum = 0;
            for (int i = 0; i < taps; i++) {
                sum += filter.at(first - i);
            }
            for (int i = 0; i < taps; i++) {
                table[phase][i] = (float) (filter.at(first - i) / sum);
            }
        }
        return table;
    }
}
