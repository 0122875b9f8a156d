package io.partyline.audio;

import java.time.Duration;
import java.util.Arrays;

/// The sizes that everything agrees on.
public final class Frames {
    /// Samples a second inside the mixer.
    public static final int RATE = 48_000;

    /// Samples in a frame of 20 ms inside the mixer.
    public static final int SAMPLES = 960;

    /// Samples a second on the telephone.
    public static final int PHONE_RATE = 8_000;

    /// Samples in a frame of 20 ms on the telephone.
    public static final int PHONE_SAMPLES = 160;

    /// The length of a frame.
    public static final int MILLIS = 20;

    /// What silence measures, in dB: lower than any converter.
    public static final double SILENCE_DB = -120;

    private Frames() {}

    /// Makes a frame silent.
    public static void silence(float[] frame) {
        Arrays.fill(frame, 0, SAMPLES, 0);
    }

    /// How many samples at 48 kHz last so long.
    public static int samplesOf(Duration length) {
        return Math.toIntExact(length.toNanos() * RATE / 1_000_000_000);
    }

    /// A level in dB below full scale; [#SILENCE_DB] at the least.
    public static double decibels(double amplitude) {
        return amplitude <= 1e-6 ? SILENCE_DB : 20 * Math.log10(amplitude);
    }

    /// The factor that changes a level by so many dB.
    public static double gain(double decibels) {
        return Math.pow(10, decibels / 20);
    }

    /// How far a stretch of samples reaches from 0, be it up or down.
    ///
    /// The bits of floats without a sign are in the order of their sizes, with what is no number
    /// above all; the greatest of integers is found several times as fast as that of floats, and
    /// four of them side by side: one comparison need not wait for another.
    ///
    /// @param to the index behind its last
    public static float peak(float[] samples, int from, int to) {
        int a = 0;
        int b = 0;
        int c = 0;
        int d = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            a = Math.max(a, size(samples[i]));
            b = Math.max(b, size(samples[i + 1]));
            c = Math.max(c, size(samples[i + 2]));
            d = Math.max(d, size(samples[i + 3]));
        }
        for (; i < to; i++) {
            a = Math.max(a, size(samples[i]));
        }
        return Float.intBitsToFloat(Math.max(Math.max(a, b), Math.max(c, d)));
    }

    private static int size(float sample) {
        return Float.floatToRawIntBits(sample) & Integer.MAX_VALUE;
    }

    /// The sum of the squares of a stretch of samples, in their own precision.
    ///
    /// Four sums side by side: one addition need not wait for another.
    ///
    /// @param to the index behind its last; a multiple of four behind the first
    public static float squares(float[] samples, int from, int to) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = from; i < to; i += 4) {
            a += samples[i] * samples[i];
            b += samples[i + 1] * samples[i + 1];
            c += samples[i + 2] * samples[i + 2];
            d += samples[i + 3] * samples[i + 3];
        }
        return (a + b) + (c + d);
    }

    /// The root of the mean square of the first `count` samples.
    public static double rms(float[] samples, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }
}
