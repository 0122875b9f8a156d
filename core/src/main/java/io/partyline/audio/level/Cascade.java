package io.partyline.audio.level;

import io.partyline.audio.Frames;

/// Two filters of the second order in a row, in double precision (transposed direct form II): the
/// two run side by side in one loop, which costs little more than one of them. What does not depend
/// on the last sample is added up before it is known: the loop is as long as that one's way round.
///
/// Real-time: does not allocate. For one thread.
public final class Cascade {
    /// Below this, what is left of a sound is rounded to nothing: numbers far smaller than any
    /// sound cost a processor a hundred times as much.
    private static final double NOTHING = 1e-30;

    private final Section first;
    private final Section second;
    private double s1;
    private double s2;
    private double t1;
    private double t2;

    /// One filter: `y = b0 x + b1 x' + b2 x'' - a1 y' - a2 y''`.
    public record Section(double b0, double b1, double b2, double a1, double a2) {
        /// Takes away what lies below a frequency, 12 dB an octave. (R. Bristow-Johnson, "Cookbook
        /// formulae for audio EQ biquad filter coefficients".)
        ///
        /// @param hertz where it is down by 3 dB if the quality is the root of a half
        public static Section highPass(double hertz, double quality) {
            double omega = 2 * Math.PI * hertz / Frames.RATE;
            double alpha = Math.sin(omega) / (2 * quality);
            double cosine = Math.cos(omega);
            double a0 = 1 + alpha;
            double b = (1 + cosine) / 2 / a0;
            return new Section(b, -2 * b, b, -2 * cosine / a0, (1 - alpha) / a0);
        }
    }

    /// Silent until it hears something.
    public Cascade(Section first, Section second) {
        this.first = first;
        this.second = second;
    }

    /// Forgets what it has heard.
    public void reset() {
        s1 = 0;
        s2 = 0;
        t1 = 0;
        t2 = 0;
    }

    /// Filters a frame.
    ///
    /// @param filtered a frame to be overwritten; may be the same
    /// @return the mean square of what came out
    public double filter(float[] frame, float[] filtered) {
        double s1 = this.s1;
        double s2 = this.s2;
        double t1 = this.t1;
        double t2 = this.t2;
        double sum = 0;
        for (int i = 0; i < Frames.SAMPLES; i++) {
            double x = frame[i];
            double y = first.b0 * x + s1;
            s1 = first.b1 * x + s2 - first.a1 * y;
            s2 = first.b2 * x - first.a2 * y;
            double z = second.b0 * y + t1;
            t1 = second.b1 * y + t2 - second.a1 * z;
            t2 = second.b2 * y - second.a2 * z;
            filtered[i] = (float) z;
            sum += z * z;
        }
        this.s1 = something(s1);
        this.s2 = something(s2);
        this.t1 = something(t1);
        this.t2 = something(t2);
        return sum / Frames.SAMPLES;
    }

    private static double something(double state) {
        return Math.abs(state) < NOTHING ? 0 : state;
    }
}
