package io.partyline.audio;

/// By how much to read faster or slower, so that what lies ready stays near its target although two
/// clocks differ: half a percent at most, a twelfth of a semitone, which nobody hears.
///
/// The depth is averaged over two seconds, since arrivals come in bursts; as far as it is off the
/// target, it would be back after four seconds. Those two together settle without swinging (damping
/// 0.7), where the correction is the difference of the clocks.
///
/// One thread steers, any thread reads [#ppm].
final class ClockDrift {
    private static final double MOST = 0.005;
    private static final double SMOOTH = Frames.MILLIS / 2_000.0;
    private static final double SECONDS_TO_GO = 4;

    private double depth;
    private volatile double correction;

    /// Begins anew from this depth. The clocks are the same as before, so the correction stays.
    void start(long ready) {
        depth = ready;
    }

    /// The correction for the next frame, as a share of the rate.
    ///
    /// @param ready what lies ready, in samples
    /// @param target what should
    double correction(int ready, int target) {
        depth += SMOOTH * (ready - depth);
        double off = depth - target;
        double wanted = Math.clamp(off / (SECONDS_TO_GO * Frames.RATE), -MOST, MOST);
        correction = wanted;
        return wanted;
    }

    int ppm() {
        return (int) (correction * 1_000_000);
    }
}
