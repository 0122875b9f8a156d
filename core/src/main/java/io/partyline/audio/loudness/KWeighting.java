package io.partyline.audio.loudness;

import io.partyline.audio.Frames;
import io.partyline.audio.level.Cascade;

/// How strong a sound is for an ear: the two filters of ITU-R BS.1770-4, annex 1, with the
/// coefficients that it gives for 48 kHz.
///
/// Real-time: does not allocate. For one thread, and one channel.
public final class KWeighting {
    /// What a head adds: a shelf of 4 dB above 2 kHz.
    private static final Cascade.Section HEAD =
            new Cascade.Section(
                    1.53512485958697,
                    -2.69169618940638,
                    1.19839281085285,
                    -1.69065929318241,
                    0.73248077421585);

    /// What is hardly heard: below 60 Hz.
    private static final Cascade.Section LOW =
            new Cascade.Section(1, -2, 1, -1.99004745483398, 0.99007225036621);

    /// So that a tone of 1 kHz measures what it is: -23 dBFS in two channels are -23 LUFS.
    private static final double OFFSET = -0.691;

    private final Cascade filters = new Cascade(HEAD, LOW);
    private final float[] filtered = new float[Frames.SAMPLES];

    /// Silent until it hears something.
    public KWeighting() {}

    /// The mean square of a frame as an ear has it.
    public double meanSquare(float[] frame) {
        return filters.filter(frame, filtered);
    }

    /// Forgets what it has heard.
    public void reset() {
        filters.reset();
    }

    /// The loudness of a mean square, summed over channels, in LUFS; [Frames#SILENCE_DB] at the
    /// least.
    public static double loudness(double meanSquare) {
        return meanSquare <= 1e-12
                ? Frames.SILENCE_DB
                : Math.max(Frames.SILENCE_DB, OFFSET + 10 * Math.log10(meanSquare));
    }

    /// The mean square of a loudness in LUFS.
    public static double meanSquare(double loudness) {
        return Math.pow(10, (loudness - OFFSET) / 10);
    }
}
