package io.partyline.soundfiles;

import java.util.Optional;

/// The head of one MPEG audio frame: four bytes. (ISO/IEC 11172-3 and 13818-3.)
///
/// @param version 1, 2, or 3 for 2.5
/// @param layer 1 to 3
/// @param bitrate bits a second
/// @param bytes how long the frame is
record Mp3Frame(int version, int layer, int bitrate, int rate, boolean mono, int bytes) {
    private static final int[][] RATES = {
        {44_100, 48_000, 32_000}, {22_050, 24_000, 16_000}, {11_025, 12_000, 8_000}
    };

    /// Thousands of bits a second: of version 1, and of the others.
    private static final int[][][] BITRATES = {
        {
            {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
            {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
            {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}
        },
        {
            {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
            {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
            {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
        }
    };

    /// The frame that begins there; empty if none does.
    static Optional<Mp3Frame> at(byte[] bytes, int at) {
        if (at + 4 > bytes.length || bytes[at] != (byte) 0xFF || (bytes[at + 1] & 0xE0) != 0xE0) {
            return Optional.empty();
        }
        int version = version(bytes[at + 1] >> 3 & 3);
        int layer = 4 - (bytes[at + 1] >> 1 & 3);
        int bits = bytes[at + 2] >> 4 & 15;
        int speed = bytes[at + 2] >> 2 & 3;
        if (version == 0 || layer == 4 || bits == 0 || bits == 15 || speed == 3) {
            return Optional.empty();
        }
        int rate = RATES[version - 1][speed];
        int bitrate = 1_000 * BITRATES[version == 1 ? 0 : 1][layer - 1][bits];
        int padding = bytes[at + 2] >> 1 & 1;
        boolean mono = (bytes[at + 3] >> 6 & 3) == 3;
        return Optional.of(
                new Mp3Frame(
                        version,
                        layer,
                        bitrate,
                        rate,
                        mono,
                        length(version, layer, bitrate, rate, padding)));
    }

    private static int version(int code) {
        return switch (code) {
            case 0 -> 3;
            case 2 -> 2;
            case 3 -> 1;
            default -> 0;
        };
    }

    private static int length(int version, int layer, int bitrate, int rate, int padding) {
        return layer == 1
                ? 4 * (12 * bitrate / rate + padding)
                : samples(version, layer) / 8 * bitrate / rate + padding;
    }

    private static int samples(int version, int layer) {
        if (layer == 1) {
            return 384;
        }
        return layer == 3 && version > 1 ? 576 : 1_152;
    }

    /// Samples of each channel in it.
    int samples() {
        return samples(version, layer);
    }

    /// Bytes behind the head that say how the sound is packed.
    int sideBytes() {
        if (version == 1) {
            return mono ? 17 : 32;
        }
        return mono ? 9 : 17;
    }
}
