package io.partyline.carrier.sound;

/// G.711 µ-law, written from the standard's segments and apart from the show's own codec, so that
/// each can catch the other's mistakes.
public final class Mulaw {
    /// The byte for silence.
    public static final byte SILENCE = (byte) 0xFF;

    private static final int BIAS = 132;
    private static final int CLIP = 32_635;

    private Mulaw() {}

    /// Encodes one sample of 16 bits.
    public static byte encode(short sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs((int) sample), CLIP) + BIAS;
        int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
        int step = (magnitude >> (segment + 3)) & 0x0F;
        return (byte) ~(sign | segment << 4 | step);
    }

    /// Decodes to a sample of 16 bits.
    public static short decode(byte code) {
        int bits = ~code & 0xFF;
        int segment = bits >> 4 & 0x07;
        int magnitude = ((((bits & 0x0F) << 3) + BIAS) << segment) - BIAS;
        return (short) ((bits & 0x80) == 0 ? magnitude : -magnitude);
    }

    /// Encodes samples of 16 bits.
    public static byte[] encode(short[] samples) {
        byte[] codes = new byte[samples.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = encode(samples[i]);
        }
        return codes;
    }

    /// Encodes samples from -1 to 1; what is beyond is clipped.
    public static byte[] encode(float[] samples) {
        byte[] codes = new byte[samples.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = encode((short) Math.clamp(Math.round(samples[i] * 32768f), -32768, 32767));
        }
        return codes;
    }

    /// Decodes to samples from -1 to 1.
    public static float[] decode(byte[] codes) {
        float[] samples = new float[codes.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = decode(codes[i]) / 32768f;
        }
        return samples;
    }
}
