package io.partyline.audio.delay;

import io.partyline.audio.Frames;

/// What listeners hear while the delay fills again after everything was thrown away: five bells in
/// a loop of four seconds, made by arithmetic, so that an emergency needs no file.
public final class Jingle {
    /// The length of the loop, in samples at 48 kHz.
    public static final int LENGTH = 4 * Frames.RATE;

    /// About -20 dB below full scale: the program is no louder.
    private static final double LEVEL = 0.1;

    /// G, C, E, G, C: in Hz.
    private static final double[] BELLS = {392.00, 523.25, 659.26, 783.99, 1_046.50};

    /// From one bell to the next: 400 ms.
    private static final int STEP = 2 * Frames.RATE / 5;

    /// A bell falls by 60 dB in about 1.4 s, so that the loop begins and ends in silence.
    private static final double FALL = 5.0 / Frames.RATE;

    private Jingle() {}

    /// Four seconds of arithmetic take a moment, so they are made once, when somebody needs them.
    private static final class Made {
        private static final float[] LOOP = make();
    }

    /// One loop: mono at 48 kHz.
    public static float[] samples() {
        return Made.LOOP.clone();
    }

    private static float[] make() {
        var loop = new float[LENGTH];
        for (int bell = 0; bell < BELLS.length; bell++) {
            ring(loop, bell * STEP, BELLS[bell]);
        }
        return loop;
    }

    private static void ring(float[] loop, int from, double frequency) {
        for (int i = from; i < loop.length; i++) {
            double time = i - from;
            double phase = 2 * Math.PI * frequency * time / Frames.RATE;
            double strike = Math.min(1, time / 96);
            double sound = Math.sin(phase) + 0.3 * Math.sin(3 * phase);
            loop[i] += (float) (LEVEL * strike * Math.exp(-FALL * time) * sound);
        }
    }
}
