package io.partyline.audio.delay;

import io.partyline.audio.Frames;
import io.partyline.audio.SlidingLeast;

/// Whether a frame is part of a pause: no louder than twice what the room sounds like when nobody
/// speaks, and 38 dB below full scale at the most, so that a steady tone is never taken for a room.
/// Below -60 dB everything is a pause. For one thread.
final class Quiet {
    /// A pause in speech comes within five seconds.
    private static final int WINDOW = 250;

    private static final double ALWAYS = Frames.gain(-60);
    private static final double NEVER = Frames.gain(-38);

    private final SlidingLeast room = new SlidingLeast(WINDOW);

    boolean hear(float[] frame) {
        double level = Frames.rms(frame, Frames.SAMPLES);
        float least = room.next((float) level);
        return level < ALWAYS || (level < 2 * least && level < NEVER);
    }
}
