package io.partyline.audio.chain;

import io.partyline.audio.Frames;
import io.partyline.audio.level.Cascade;

/// Takes away rumble and hum below a voice: 24 dB an octave below 120 Hz, where a telephone carries
/// nothing that anybody says.
///
/// Switched on or off it goes over within a frame. Real-time: does not allocate. For one thread.
final class HighPass {
    private static final double CORNER = 120;

    /// Of a filter of the fourth order that is flat above its corner (Butterworth).
    private static final double FIRST = 0.5412;

    private static final double SECOND = 1.3066;

    private final Cascade filter =
            new Cascade(
                    Cascade.Section.highPass(CORNER, FIRST),
                    Cascade.Section.highPass(CORNER, SECOND));
    private final float[] filtered = new float[Frames.SAMPLES];
    private boolean was;

    void work(float[] frame, boolean on) {
        if (!on && !was) {
            return;
        }
        if (!was) {
            filter.reset();
        }
        filter.filter(frame, filtered);
        if (on && was) {
            System.arraycopy(filtered, 0, frame, 0, Frames.SAMPLES);
        } else {
            goOver(frame, on);
        }
        was = on;
    }

    private void goOver(float[] frame, boolean on) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            float share = (i + 1f) / Frames.SAMPLES;
            float wet = on ? share : 1 - share;
            frame[i] += (filtered[i] - frame[i]) * wet;
        }
    }
}
