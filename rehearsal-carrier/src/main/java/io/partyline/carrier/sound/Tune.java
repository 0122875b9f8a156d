package io.partyline.carrier.sound;

import java.time.Duration;
import java.util.Arrays;

/// The carrier's hold music: four notes, half a second each, over and over. Whoever hears it knows
/// that no show is behind it.
public final class Tune {
    private static final int RATE = 8000;
    private static final double[] NOTES = {523.25, 659.26, 783.99, 659.26};
    private static final int NOTE = RATE / 2;
    private static final float LOUDNESS = 0.2f;
    private static final byte[] ONCE = Mulaw.encode(once());

    private Tune() {}

    /// So much of it from its beginning, as µ-law.
    public static byte[] of(Duration length) {
        byte[] tune = new byte[bytes(length)];
        for (int i = 0; i < tune.length; i++) {
            tune[i] = ONCE[i % ONCE.length];
        }
        return tune;
    }

    /// So much of nothing, as µ-law.
    public static byte[] silence(Duration length) {
        byte[] silence = new byte[bytes(length)];
        Arrays.fill(silence, Mulaw.SILENCE);
        return silence;
    }

    private static int bytes(Duration length) {
        return (int) (Math.max(0, length.toMillis()) * RATE / 1000);
    }

    private static float[] once() {
        float[] once = new float[NOTES.length * NOTE];
        for (int i = 0; i < once.length; i++) {
            once[i] = LOUDNESS * (float) Math.sin(2 * Math.PI * NOTES[i / NOTE] * i / RATE);
        }
        return once;
    }
}
