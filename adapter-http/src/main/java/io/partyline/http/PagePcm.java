package io.partyline.http;

import io.partyline.audio.Frames;

/// A frame as it travels between a page and the seat: 960 signed 16-bit samples, little-endian,
/// mono at 48 kHz. Allocates nothing.
final class PagePcm {
    /// Bytes in a frame.
    static final int BYTES = 2 * Frames.SAMPLES;

    private static final int BYTE = 8;
    private static final float STEP = 1f / 32_768;

    private PagePcm() {}

    /// @param from at least two bytes for each sample of `into`
    static void read(byte[] from, float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = ((from[2 * i + 1] << BYTE) | (from[2 * i] & 0xff)) * STEP;
        }
    }

    /// What is beyond full scale is cut.
    static void write(float[] frame, byte[] into) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            int sample = Math.clamp(Math.round(frame[i] / STEP), Short.MIN_VALUE, Short.MAX_VALUE);
            into[2 * i] = (byte) sample;
            into[2 * i + 1] = (byte) (sample >> BYTE);
        }
    }
}
