package io.partyline.audio.chain;

import io.partyline.audio.loudness.KWeighting;

/// How loud somebody speaks: the loudness of their syllables, which comes up within 50 ms and goes
/// down within a second and a half, and stays as it is in the pauses between words.
///
/// Two voices that measure the same here are equally loud. Real-time: does not allocate. For one
/// thread.
final class SpeechLevel {
    /// Nobody speaks that quietly: noise of the line.
    private static final double GATE = KWeighting.meanSquare(-55);

    /// What is so much lower than the voice, by 15 dB, is a pause or somebody in the background.
    private static final double PAUSE = 0.0316;

    private static final double ATTACK = following(50);
    private static final double RELEASE = following(1_500);

    /// A voice that has become much quieter than before is a pause at first. It would stay one for
    /// ever if the level did not follow very slowly.
    private static final double PATIENCE = following(15_000);

    /// Nothing until somebody has spoken.
    private double power;

    /// How much of the way is gone within a frame of 20 ms, where two thirds take so long.
    static double following(double millis) {
        return 1 - Math.exp(-20 / millis);
    }

    /// Takes in what a frame measures.
    ///
    /// @param meanSquare weighted
    /// @return whether it is speech
    boolean hear(double meanSquare) {
        if (meanSquare < GATE) {
            return false;
        }
        boolean pause = meanSquare < power * PAUSE;
        double share = meanSquare > power ? ATTACK : pause ? PATIENCE : RELEASE;
        power += (meanSquare - power) * share;
        return !pause;
    }

    /// In LUFS.
    double loudness() {
        return KWeighting.loudness(power);
    }
}
