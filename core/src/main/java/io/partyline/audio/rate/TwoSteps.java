package io.partyline.audio.rate;

/// Resamples by way of a rate in between.
///
/// Between the telephone and the studio this takes half the arithmetic for the same result: the
/// step at the higher rate need not be steep, since whatever it leaves between the lower rate's
/// half and its own is the other step's to take away.
final class TwoSteps implements Resampler.Kernel {
    private final Resampler first;
    private final Resampler second;
    private float[] between = {};

    TwoSteps(Resampler first, Resampler second) {
        this.first = first;
        this.second = second;
    }

    /// By how much the stream is late, in samples that go out.
    ///
    /// @param to samples a second that go out
    /// @param middle samples a second in between
    int latency(int to, int middle) {
        return (int) ((long) first.latency() * to / middle) + second.latency();
    }

    @Override
    public int process(float[] in, int offset, int count, float[] out, int outOffset) {
        int most = first.maxOutput(count);
        if (between.length < most) {
            between = new float[most];
        }
        int made = first.process(in, offset, count, between, 0);
        return second.process(between, 0, made, out, outOffset);
    }
}
