package io.partyline.tts;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Resampler;

/// Speech of any rate, made the studio's. For one thread.
final class AtStudioRate {
    private final Resampler resampler;
    private final float[] tail;
    private float[] wide = new float[0];

    AtStudioRate(int rate) {
        resampler = new Resampler(rate, Frames.RATE);
        tail = new float[(int) ((long) resampler.latency() * rate / Frames.RATE) + 1];
    }

    void add(float[] samples, int count, Floats out) {
        if (wide.length < resampler.maxOutput(count)) {
            wide = new float[resampler.maxOutput(count)];
        }
        int made = resampler.process(samples, 0, count, wide, 0);
        for (int i = 0; i < made; i++) {
            out.add(wide[i]);
        }
    }

    /// What the resampler still holds.
    void end(Floats out) {
        if (resampler.latency() > 0) {
            add(tail, tail.length, out);
        }
    }
}
