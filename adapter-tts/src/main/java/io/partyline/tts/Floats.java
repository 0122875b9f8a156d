package io.partyline.tts;

import java.util.Arrays;

/// Samples on their way from one step to the next. For one thread.
final class Floats {
    private float[] samples = new float[4_096];
    private int from;
    private int to;

    void add(float sample) {
        if (to == samples.length) {
            room();
        }
        samples[to++] = sample;
    }

    int size() {
        return to - from;
    }

    /// The oldest, which is then gone.
    float poll() {
        return samples[from++];
    }

    /// Hands on what fits.
    ///
    /// @return how many
    int drain(float[] into) {
        int count = Math.min(into.length, size());
        System.arraycopy(samples, from, into, 0, count);
        from += count;
        return count;
    }

    float[] all() {
        float[] all = Arrays.copyOfRange(samples, from, to);
        from = to;
        return all;
    }

    private void room() {
        int count = size();
        float[] into = count > samples.length / 2 ? new float[2 * samples.length] : samples;
        System.arraycopy(samples, from, into, 0, count);
        samples = into;
        from = 0;
        to = count;
    }
}
