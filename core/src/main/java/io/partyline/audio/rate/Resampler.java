package io.partyline.audio.rate;

/// Changes the sample rate of a stream: a polyphase low-pass of a Kaiser-windowed sinc.
///
/// The band is flat up to 85 % of the lower rate's half (3.4 kHz of the telephone's 4), and aliases
/// and images are more than 80 dB down. A stream cut into any pieces gives the same samples as in
/// one, bit for bit. For one thread; allocates only when a piece is larger than any before.
public final class Resampler {
    /// Most phases that get taps of their own: rates that share less would need a table of
    /// megabytes, and are read between the phases of a smaller one. 11,025, 22,050 and 44,100 to
    /// 8,000 and 48,000 need up to 640.
    private static final int MOST_PHASES = 1_024;

    /// How far the rates may be apart: the filter is as long as they are.
    private static final int FURTHEST = 64;

    /// Rates that are so far apart, as those of telephone and studio are, go by way of twice the
    /// lower one.
    private static final int TWO_STEPS = 6;

    private final int up;
    private final int down;
    private final Kernel kernel;
    private final int latency;

    /// A resampler that has heard nothing yet.
    ///
    /// @param from samples a second that come in
    /// @param to samples a second that go out
    /// @throws IllegalArgumentException if one of them is no rate, or they are too far apart
    public Resampler(int from, int to) {
        this(LowPass.between(from, to));
    }

    private Resampler(LowPass filter) {
        int from = filter.from();
        int to = filter.to();
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
        if (Math.max(up, down) == TWO_STEPS && Math.min(up, down) == 1) {
            int middle = 2 * Math.min(from, to);
            var steps = inTwo(from, middle, to);
            kernel = steps;
            latency = steps.latency(to, middle);
        } else {
            int taps = filter.taps(Lanes.suit(up, down) ? Lanes.unit(down) : Dots.UNIT);
            kernel = inOne(filter, taps);
            latency = up == down ? 0 : (int) ((long) taps / 2 * up / down);
        }
    }

    /// Most samples that `count` samples can become.
    public int maxOutput(int count) {
        return (int) ((long) count * up / down) + 1;
    }

    /// By how much the stream is late, in samples that go out.
    public int latency() {
        return latency;
    }

    /// Takes the next samples and gives what can be said of them.
    ///
    /// @return how many samples were written to `out`: over time exactly `to` for every `from`
    public int process(float[] in, int offset, int count, float[] out, int outOffset) {
        return kernel.process(in, offset, count, out, outOffset);
    }

    private Kernel inOne(LowPass filter, int taps) {
        if (up == down) {
            return new Same();
        }
        if (Lanes.suit(up, down)) {
            return new Lanes(filter.phases(taps, up, up), down);
        }
        return up > MOST_PHASES
                ? new Between(filter.phases(taps, Between.PHASES, Between.PHASES + 1), up, down)
                : new Dots(filter.phases(taps, up, up), down);
    }

    private static TwoSteps inTwo(int from, int middle, int to) {
        LowPass whole = LowPass.between(from, to);
        // What lies above the lower rate's half is the other step's to stop; only what would come
        // down below it, or has come up from there, is this one's.
        double stop = middle - whole.stop();
        return from > to
                ? new TwoSteps(
                        new Resampler(new LowPass(from, middle, whole.pass(), stop)),
                        new Resampler(middle, to))
                : new TwoSteps(
                        new Resampler(from, middle),
                        new Resampler(new LowPass(middle, to, whole.pass(), stop)));
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
