package io.partyline.audio.player;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;

/// Sound that is played from memory again and again, such as a hold bed. For one thread.
public final class Loop implements FrameSource {
    private final float[] samples;
    private int at;

    /// @param samples mono at 48 kHz, at least one; the loop's from here on
    public Loop(float[] samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("a loop of nothing");
        }
        this.samples = samples;
    }

    @Override
    public boolean read(float[] frame) {
        for (int done = 0; done < Frames.SAMPLES; ) {
            int count = Math.min(Frames.SAMPLES - done, samples.length - at);
            System.arraycopy(samples, at, frame, done, count);
            done += count;
            at = (at + count) % samples.length;
        }
        return true;
    }
}
