package io.partyline.audio.mixer;

import io.partyline.audio.Frames;
import io.partyline.audio.level.Ramp;

/// One frame that others are added to. Real-time; for one thread.
///
/// Plain loops over whole arrays without a branch inside, which the compiler turns into vector
/// instructions.
final class Sum {
    /// How long a change of gain takes, in samples: 15 ms.
    static final int RAMP = 720;

    private final float[] frame = new float[Frames.SAMPLES];

    void clear() {
        Frames.silence(frame);
    }

    /// The frame itself; its next owner may change it.
    float[] frame() {
        return frame;
    }

    void add(float[] other, float gain) {
        if (gain != 0) {
            addLevel(frame, other, 0, gain);
        }
    }

    /// Adds a frame whose gain goes over from one to another in a straight line.
    void add(float[] other, float from, float to) {
        if (from == to) {
            add(other, to);
        } else {
            Ramp.add(frame, other, RAMP, from, to);
            addLevel(frame, other, RAMP, to);
        }
    }

    private static void addLevel(float[] sum, float[] other, int start, float gain) {
        for (int i = start; i < Frames.SAMPLES; i++) {
            sum[i] += other[i] * gain;
        }
    }
}
