package io.partyline.studio.sound;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;

/// The frame that the host's seat has just brought, as a source of the mix. Audio thread only.
final class HostMicrophone implements FrameSource {
    private float[] frame = new float[Frames.SAMPLES];

    void hold(float[] fromCard) {
        frame = fromCard;
    }

    @Override
    public boolean read(float[] into) {
        System.arraycopy(frame, 0, into, 0, Frames.SAMPLES);
        return true;
    }
}
