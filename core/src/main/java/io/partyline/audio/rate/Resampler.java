package io.partyline.audio.rate;

/// Changes the sample rate of a stream: a polyphase low-pass of a Kaiser-windowed sinc.
///
/// 72 taps a phase and a Kaiser window of 8.5 keep the band flat up to 85 % of the lower rate's
/// half (3.4 kHz of the telephone's 4) and put aliases and images more than 80 dB down (Kaiser's
/// formula for the width of the transition). A stream cut into any pieces gives the same samples as
/// in one, bit for bit. For one thread; allocates only when a piece is larger than any before.
public final class Resampler {
    private static final int TAPS = 72;
    private static final double BETA = 8.5;

    /// The middle of the transition band, as a share of the lower rate's half.
    private static final double EDGE = 0.925;

    /// Most phases that get taps of their own: rates that share less would need a table of
    /// megabytes, and are read between the phases of a smaller one. 11,025, 22,050 and 44,100 to
    /// 8,000 and 48,000 need up to 640.
    private static final int MOST_PHASES = 1_024;

    /// How far the rates may be apart: the filter is as long as they are.
    private static final int FURTHEST = 64;

    private final int up;
    private final int down;
    private final Kernel kernel;
    private final int length;

    /// A resampler that has heard nothing yet.
    ///
    /// @param from samples a second that come in
    /// @param to samples a second that go out
    /// @throws IllegalArgumentException if one of them is no rate, or they are too far apart
    public Resampler(int from, int to) {
        if (from < 1 || to < 1) {
            throw new IllegalArgumentException(
                    "a sample rate is at least 1, not %d and %d".formatted(from, to));
        }
        if (from > (long) FURTHEST * to || to > (long) FURTHEST * from) {
            throw new IllegalArgumentException(
                    "cannot go from %d to %d samples a second: they are too far apart"
                            .formatted(from, to));
        }
        int shared = gcd(from, to);
        up = to / shared;
        down = from / shared;
        int unit = Lanes.suit(up, down) ? Lanes.unit(down) : Dots.UNIT;
        length = unit * (int) Math.ceil(TAPS * Math.max(1, (double) from / to) / unit);
        kernel = kernel(from, to);
    }

    /// Most samples that `count` samples can become.
    public int maxOutput(int count) {
        return (int) ((long) count * up / down) + 1;
    }

    /// By how much the stream is late, in samples that go out.
    public int latency() {
        return up == down ? 0 : (int) ((long) length / 2 * up / down);
    }

    /// Takes the next samples and gives what can be said of them.
    ///
    /// @return how many samples were written to `out`: over time exactly `to` for every `from`
    public int process(float[] in, int offset, int count, float[] out, int outOffset) {
        return kernel.process(in, offset, count, out, outOffset);
    }

    private Kernel kernel(int from, int to) {
        if (up == down) {
            return new Same();
        }
        if (Lanes.suit(up, down)) {
            return new Lanes(phases(from, to, up, up), down);
        }
        return up > MOST_PHASES
                ? new Between(phases(from, to, Between.PHASES, Between.PHASES + 1), up, down)
                : new Dots(phases(from, to, up, up), down);
    }

    /// The taps of each phase, the oldest sample's first. Each phase sums to one, so that a
    /// constant stays what it is.
    ///
    /// @param parts how many phases there are from one sample to the next
    /// @param count how many of them are wanted
    private float[][] phases(int from, int to, int parts, int count) {
        var filter = new Kaiser(BETA, length / 2.0, EDGE * Math.min(from, to) / from / 2);
        var table = new float[count][length];
        for (int phase = 0; phase < count; phase++) {
            double first = length / 2.0 - 1 + (double) phase / parts;
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += filter.at(first - i);
            }
            for (int i = 0; i < length; i++) {
                table[phase][i] = (float) (filter.at(first - i) / sum);
            }
        }
        return table;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /// One way to do the arithmetic.
    interface Kernel {
        int process(float[] in, int offset, int count, float[] out, int outOffset);
    }

    private static final class Same implements Kernel {
        @Override
        public int process(float[] in, int offset, int count, float[] out, int outOffset) {
            System.arraycopy(in, offset, out, outOffset, count);
            return count;
        }
    }
}
