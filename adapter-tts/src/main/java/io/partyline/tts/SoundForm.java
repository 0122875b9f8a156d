package io.partyline.tts;

import java.nio.ByteBuffer;

/// How samples lie in bytes, the lower byte first.
///
/// @param rate samples a second
/// @param channels side by side; mixed to one
/// @param bits of each sample
/// @param floating whether they are fractions rather than whole numbers
record SoundForm(int rate, int channels, int bits, boolean floating) {
    private static final int LOWEST_RATE = 4_000;
    private static final int HIGHEST_RATE = 192_000;
    private static final int MOST_CHANNELS = 8;

    /// What a voice without a head speaks: 16 bits, one channel.
    static SoundForm raw(int rate) {
        return new SoundForm(rate, 1, 16, false);
    }

    /// @throws UnreadableException if this is no form that can be read
    SoundForm checked() throws UnreadableException {
        boolean known = floating ? bits == 32 : bits == 8 || bits == 16 || bits == 24 || bits == 32;
        if (!known
                || channels < 1
                || channels > MOST_CHANNELS
                || rate < LOWEST_RATE
                || rate > HIGHEST_RATE) {
            throw new UnreadableException(
                    "sound of an unusual form (%d bits, %d channels, %d a second)"
                            .formatted(bits, channels, rate));
        }
        return this;
    }

    /// Bytes that belong together: one sample of each channel.
    int frameBytes() {
        return channels * bits / 8;
    }

    /// The next sample of all channels, -1 to 1.
    float read(ByteBuffer bytes) {
        float sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += one(bytes);
        }
        return sum / channels;
    }

    private float one(ByteBuffer bytes) {
        if (floating) {
            float sample = bytes.getFloat();
            return Float.isFinite(sample) ? Math.clamp(sample, -1, 1) : 0;
        }
        return switch (bits) {
            case 8 -> ((bytes.get() & 0xFF) - 128) / 128f;
            case 16 -> bytes.getShort() / 32_768f;
            case 24 -> ((bytes.get() & 0xFF) | (bytes.getShort() << 8)) / 8_388_608f;
            default -> bytes.getInt() / 0x1p31f;
        };
    }
}
