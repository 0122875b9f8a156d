package io.partyline.soundfiles;

/// Samples as the mix can bear them.
final class Samples {
    /// 12 dB above full scale: what a decoder overshoots is left to the program's limiter, and a
    /// file of broken numbers cannot deafen anybody.
    private static final double LOUDEST = 4;

    private Samples() {}

    /// A sample that is a number; one that is none would silence the whole mix.
    static float sound(double sample) {
        return Double.isFinite(sample) ? (float) Math.clamp(sample, -LOUDEST, LOUDEST) : 0;
    }
}
