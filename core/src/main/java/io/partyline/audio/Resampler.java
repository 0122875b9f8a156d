package io.partyline.audio;

import java.util.Arrays;

/// Changes the sample rate of a stream: a polyphase low-pass of a Kaiser-windowed sinc.
///
/// 64 taps a phase and a Kaiser window of 8.5 put aliases and images more than 80 dB down and leave the
/// telephone's band flat to 3.4 kHz (Kaiser's formula for the transition width). A stream cut into any
/// pieces gives the same samples as in one. For one thread; allocates only when a piece is larger than any
/// before.
public final class Resampler {
    private static final int TAPS = 64;
    private static final double BETA = 8.5;

    /// The middle of the transition band, as a share of the lower rate's half.
    private static final double EDGE = 0.93;

    private final int up;
    private final int down;
    private final int length;
    private final float[][] phases;
    private float[] history;
    private int next;
    private int phase;

    /// A resampler that has heard nothing yet.
    ///
    /// @param from samples a second that come in
    /// @param to   samples a second that go out
    public Resampler(int from, int to) {
        if (from < 1 || to < 1) {
            throw new IllegalArgumentException("a rate is at least 1, not %d and %d".formatted(from, to));
        }
        int shared = gcd(from, to);
        up = to / shared;
        down = from / shared;
        length = from > to ? (int) Math.ceil((double) TAPS * from / to) : TAPS;
        phases = from == to ? new float[0][0] : phases(from, to);
        history = new float[length - 1];
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
    /// @return how many samples were written to `out`
    public int process(float[] in, int offset, int count, float[] out, int outOffset) {
        if (up == down) {
            System.arraycopy(in, offset, out, outOffset, count);
            return count;
        }
        int keep = length - 1;
        float[] run = history.length >= keep + count ? history : Arrays.copyOf(history, keep + count);
        System.arraycopy(in, offset, run, keep, count);
        int made = 0;
        while (next < count) {
            out[outOffset + made++] = dot(phases[phase], run, next);
            phase += down;
            next += phase / up;
            phase %= up;
        }
        next -= count;
        System.arraycopy(run, count, run, 0, keep);
        history = run;
        return made;
    }

    private float dot(float[] taps, float[] samples, int at) {
        float sum = 0;
        for (int i = 0; i < taps.length; i++) {
            sum += taps[i] * samples[at + i];
        }
        return sum;
    }

    /// The taps of each phase, the oldest sample's first. Each phase sums to one, so that a constant stays
    /// what it is.
    private float[][] phases(int from, int to) {
        double cutoff = EDGE * Math.min(from, to) / from / 2;
        var table = new float[up][length];
        for (int p = 0; p < up; p++) {
            var taps = new double[length];
            double sum = 0;
            for (int i = 0; i < length; i++) {
                double distance = length / 2.0 - 1 - i + (double) p / up;
                taps[i] = sinc(2 * cutoff * distance) * kaiser(distance / (length / 2.0));
                sum += taps[i];
            }
            for (int i = 0; i < length; i++) {
                table[p][i] = (float) (taps[i] / sum);
            }
        }
        return table;
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
    }

    /// The modified Bessel function of the first kind and order zero, by its power series.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
