package io.partyline.app;

/// Sounds for a caller to make, at 8 kHz.
final class Speech {
    private static final int RATE = 8_000;

    private Speech() {}

    static float[] tone(int seconds) {
        var samples = new float[seconds * RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 440 * i / RATE));
        }
        return samples;
    }

    /// The same in 16 bits, as an answering machine takes it.
    static short[] message(int seconds) {
        float[] tone = tone(seconds);
        var samples = new short[tone.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (Short.MAX_VALUE * tone[i]);
        }
        return samples;
    }
}
