package io.partyline.app;

import io.partyline.audio.Frames;
import java.time.Duration;

/// The tone that devices are tried with.
final class Tones {
    /// At which broadcasters line up their devices, for the peak of a sine.
    static final double LEVEL_DB = -18;

    static final Duration LENGTH = Duration.ofSeconds(1);

    private static final double HERTZ = 1_000;
    private static final int FADE = Frames.samplesOf(Duration.ofMillis(10));

    private Tones() {}

    /// One tone that begins and ends softly.
    static float[] tone() {
        float[] tone = new float[Frames.samplesOf(LENGTH)];
        double gain = Frames.gain(LEVEL_DB);
        for (int i = 0; i < tone.length; i++) {
            double share = Math.min(1, (double) Math.min(i, tone.length - 1 - i) / FADE);
            tone[i] = (float) (gain * share * Math.sin(2 * Math.PI * HERTZ * i / Frames.RATE));
        }
        return tone;
    }
}
