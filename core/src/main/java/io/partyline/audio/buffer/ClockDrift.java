package io.partyline.audio.buffer;

import io.partyline.audio.Frames;

/// By how much to read faster or slower, so that what lies ready stays near its target although two
/// clocks differ: 500 parts per million at most. Clocks of sound cards and carriers differ by less
/// than 300, and a tone that is bent no further still measures as the tone it is.
///
/// The depth is averaged over four seconds, since arrivals come in bursts; as far as it is off the
/// target, it would be back after twenty seconds, without swinging (damping 1.1). What stays off is
/// the difference of the clocks: it is learned over two minutes, and then costs no depth.
///
/// One thread steers, any thread reads [#ppm].
final class ClockDrift {
    private static final double MOST = 500e-6;
    private static final double SMOOTH = Frames.MILLIS / 4_000.0;
    private static final double SECONDS_TO_GO = 20;
    private static final double LEARN = Frames.MILLIS / 120_000.0;

    private double depth;
    private double clocks;
    private volatile double correction;

    /// Begins anew from this depth. The clocks are the same as before, so the correction stays.
    void start(long ready) {
        depth = ready;
    }

    /// Looks at the depth, and corrects nothing.
    void follow(int ready) {
        depth += SMOOTH * (ready - depth);
    }

    /// The correction for the next frame, as a share of the rate.
    ///
    /// @param ready what lies ready, in samples
    /// @param target what should
    double correction(int ready, int target) {
        follow(ready);
        double off = (depth - target) / (SECONDS_TO_GO * Frames.RATE);
        double wanted = Math.clamp(clocks + off, -MOST, MOST);
        if (Math.abs(wanted) < MOST) {
            clocks += LEARN * off;
        }
        correction = wanted;
        return wanted;
    }

    /// The depth as averaged, in samples.
    double depth() {
        return depth;
    }

    int ppm() {
        return (int) (correction * 1_000_000);
    }
}
