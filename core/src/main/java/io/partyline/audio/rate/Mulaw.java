package io.partyline.audio.rate;

/// G.711 µ-law, the telephone's eight bits a sample: logarithmic, 14 bits wide.
///
/// The steps are those of the ITU's reference code (G.191), on 16-bit samples; the tables are made
/// from them once.
public final class Mulaw {
    /// The code of silence.
    public static final byte SILENCE = (byte) 0xFF;

    private static final int BIAS = 33;
    private static final int HIGHEST = 0x1FFF;
    private static final float[] DECODED = new float[256];
    private static final byte[] ENCODED = new byte[1 << 16];

    static {
        for (int code = 0; code < 256; code++) {
            DECODED[code] = decode((byte) code) / 32_768f;
        }
        for (int pcm = Short.MIN_VALUE; pcm <= Short.MAX_VALUE; pcm++) {
            ENCODED[pcm & 0xFFFF] = compress(pcm);
        }
    }

    private Mulaw() {}

    /// The code of a 16-bit sample.
    public static byte encode(int pcm) {
        return ENCODED[Math.clamp(pcm, Short.MIN_VALUE, Short.MAX_VALUE) & 0xFFFF];
    }

    /// The 16-bit sample of a code, from -32124 to 32124.
    public static int decode(byte code) {
        int bits = ~code & 0xFF;
        int exponent = (bits >> 4) & 7;
        int mantissa = bits & 0xF;
        int size = (0x80 << exponent) + (8 << exponent) * mantissa + (4 << exponent) - 4 * BIAS;
        return (bits & 0x80) == 0 ? size : -size;
    }

    /// Encodes samples from -1 to 1; louder ones are clipped.
    public static void encode(
            float[] samples, int offset, byte[] codes, int codeOffset, int count) {
        for (int i = 0; i < count; i++) {
            codes[codeOffset + i] = encode(Math.round(samples[offset + i] * 32_768f));
        }
    }

    /// Decodes to samples from -1 to 1.
    public static void decode(
            byte[] codes, int codeOffset, float[] samples, int offset, int count) {
        for (int i = 0; i < count; i++) {
            samples[offset + i] = DECODED[codes[codeOffset + i] & 0xFF];
        }
    }

    private static byte compress(int pcm) {
        int size = Math.min(HIGHEST, ((pcm < 0 ? ~pcm : pcm) >> 2) + BIAS);
        int segment = 32 - Integer.numberOfLeadingZeros(size >> 6) + 1;
        int code = ((8 - segment) << 4) | (0xF - ((size >> segment) & 0xF));
        return (byte) (pcm < 0 ? code : code | 0x80);
    }
}
