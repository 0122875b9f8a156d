package io.partyline.studio.sound;

import io.partyline.audio.FrameSink;
import io.partyline.audio.Frames;
import java.util.Arrays;

/// A frame that leaves the studio, as a sink of the mix: silent unless something was mixed for it
/// in this tick. Audio thread only.
final class CardOutput implements FrameSink {
    private float[] frame = new float[Frames.SAMPLES];

    void aim(float[] atCard) {
        frame = atCard;
        Arrays.fill(frame, 0);
    }

    @Override
    public void write(float[] mixed) {
        System.arraycopy(mixed, 0, frame, 0, Frames.SAMPLES);
    }
}
