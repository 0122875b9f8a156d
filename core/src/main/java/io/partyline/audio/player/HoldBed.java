package io.partyline.audio.player;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;

/// The music that callers wait with: four soft chords, made by arithmetic, so that a show has a
/// hold bed before anybody has put a file in a folder.
///
/// Eight seconds long, and without a seam: also the time between two questions of a caller who
/// waits in the carrier's queue, since the carrier asks again whenever the music is over.
public final class HoldBed {
    /// The length of the loop, in samples at 48 kHz.
    public static final int LENGTH = 8 * Frames.RATE;

    /// About -26 dB below full scale: well under a voice.
    private static final double LEVEL = 0.035;

    /// C, a minor, F, G: in Hz, three notes each, in the middle of what a telephone carries well.
    private static final double[][] CHORDS = {
        {261.63, 329.63, 392.00},
        {220.00, 261.63, 329.63},
        {220.00, 261.63, 349.23},
        {246.94, 293.66, 392.00}
    };

    private HoldBed() {}

    /// Eight seconds of arithmetic take a moment, so they are made once, when somebody needs them.
    private static final class Made {
        private static final float[] LOOP = make();
    }

    /// One loop: mono at 48 kHz.
    public static float[] samples() {
        return Made.LOOP.clone();
    }

    private static float[] make() {
        var loop = new float[LENGTH];
        int part = LENGTH / CHORDS.length;
        for (int i = 0; i < LENGTH; i++) {
            loop[i] = (float) (LEVEL * chord(CHORDS[i / part], i % part, part));
        }
        return loop;
    }

    /// A source that plays the loop for ever; to be read by one thread.
    public static FrameSource loop() {
        return new Loop(Made.LOOP);
    }

    /// Each chord swells and fades to nothing, so that the next, and the next loop, begin from
    /// silence.
    private static double chord(double[] notes, int at, int length) {
        double swell = Math.sin(Math.PI * at / length);
        double sum = 0;
        for (double note : notes) {
            double phase = 2 * Math.PI * note * at / Frames.RATE;
            sum += Math.sin(phase) + 0.3 * Math.sin(2 * phase);
        }
        return swell * sum;
    }
}
