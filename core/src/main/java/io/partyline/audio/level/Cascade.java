package io.partyline.audio.level;

import io.partyline.audio.Frames;

/// Two filters of the second order in a row, in double precision (direct form I): the two run side
/// by side in one loop, which costs little more than one of them. What does not depend on the last
/// sample that came out is added up before it is known: a turn of the loop takes as long as one
/// multiplication and one subtraction, which is a third less than in a form with fewer states.
///
/// Real-time: does not allocate. For one thread.
public final class Cascade {
    /// Below this, what is left of a sound is rounded to nothing: numbers far smaller than any
    /// sound cost a processor a hundred times as much.
    private static final double NOTHING = 1e-30;

    private final Section first;
    private final Section second;

    // The last two samples that came in, those between the two filters, and those that came out.
    private double x1;
    private double x2;
    private double y1;
    private double y2;
    private double z1;
    private double z2;

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
        x1 = 0;
        x2 = 0;
        y1 = 0;
        y2 = 0;
        z1 = 0;
        z2 = 0;
    }

    /// Filters a frame.
    ///
    /// @param filtered a frame to be overwritten; may be the same
    /// @return the mean square of what came out
    public double filter(float[] frame, float[] filtered) {
        double x1 = this.x1;
        double x2 = this.x2;
        double y1 = this.y1;
        double y2 = this.y2;
        double z1 = this.z1;
        double z2 = this.z2;
        double sum = 0;
        for (int i = 0; i < Frames.SAMPLES; i++) {
            double x = frame[i];
            double y = first.b0 * x + first.b1 * x1 + first.b2 * x2 - first.a2 * y2 - first.a1 * y1;
            double z =
                    second.b0 * y
                            + second.b1 * y1
                            + second.b2 * y2
                            - second.a2 * z2
                            - second.a1 * z1;
            filtered[i] = (float) z;
            sum += z * z;
            x2 = x1;
            x1 = x;
            y2 = y1;
            y1 = y;
            z2 = z1;
            z1 = z;
        }
        this.x1 = x1;
        this.x2 = x2;
        this.y1 = something(y1);
        this.y2 = something(y2);
        this.z1 = something(z1);
        this.z2 = something(z2);
        return sum / Frames.SAMPLES;
    }

    private static double something(double state) {
        return Math.abs(state) < NOTHING ? 0 : state;
    }
}
