package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.audio.player.HoldBed;
import java.time.Duration;

/// Music and carts for a rehearsal, made by arithmetic: a tune for the evening, a jingle and a
/// bell.
public final class MadeUpSounds {
    /// The hold bed is 26 dB below full scale; a tune of the program is louder.
    private static final float LOUDER = 5;

    /// C, E, G, C: in Hz.
    private static final double[] JINGLE = {523.25, 659.25, 783.99, 1_046.5};

    private static final Duration NOTE = Duration.ofMillis(180);

    private MadeUpSounds() {}

    /// A shelf with the track `evening.wav`.
    public static HandShelf music() {
        float[] tune = HoldBed.samples();
        for (int i = 0; i < tune.length; i++) {
            tune[i] *= LOUDER;
        }
        var shelf = new HandShelf();
        shelf.put("evening.wav", tune);
        return shelf;
    }

    /// A shelf with the carts `jingle.wav` and `bell.wav`.
    public static HandShelf effects() {
        var shelf = new HandShelf();
        shelf.put("jingle.wav", notes(JINGLE));
        shelf.put("bell.wav", notes(JINGLE[JINGLE.length - 1]));
        return shelf;
    }

    /// One note after the other, each dying away.
    private static float[] notes(double... frequencies) {
        int length = Frames.samplesOf(NOTE);
        var sound = new float[length * frequencies.length];
        for (int i = 0; i < sound.length; i++) {
            double time = (double) (i % length) / Frames.RATE;
            double angle = 2 * Math.PI * frequencies[i / length] * time;
            double rest = 1 - (double) (i % length) / length;
            sound[i] = (float) (0.25 * rest * rest * Math.sin(angle));
        }
        return sound;
    }
}
