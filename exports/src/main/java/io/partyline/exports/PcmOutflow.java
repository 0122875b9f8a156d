package io.partyline.exports;

import io.partyline.audio.Frames;
import io.partyline.files.WavHead;
import java.io.IOException;
import java.io.OutputStream;

/// Writes frames as 24-bit samples: so many of them, from a place on. Rounded and clipped at full
/// scale, without dither.
final class PcmOutflow {
    private static final int FULL_SCALE = 1 << 23;

    private final OutputStream out;
    private final byte[] bytes = new byte[Frames.SAMPLES * WavHead.BYTES];
    private long skip;
    private long left;

    /// @param skip samples that are passed over at first
    /// @param count samples that are written
    PcmOutflow(OutputStream out, long skip, long count) {
        this.out = out;
        this.skip = skip;
        this.left = count;
    }

    void write(float[] frame) throws IOException {
        int from = (int) Math.min(skip, Frames.SAMPLES);
        int count = (int) Math.min(left, Frames.SAMPLES - from);
        for (int i = 0; i < count; i++) {
            put(i * WavHead.BYTES, frame[from + i]);
        }
        out.write(bytes, 0, count * WavHead.BYTES);
        skip -= from;
        left -= count;
    }

    private void put(int at, float sample) {
        int value = Math.clamp(Math.round(sample * FULL_SCALE), -FULL_SCALE, FULL_SCALE - 1);
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
        bytes[at + 2] = (byte) (value >> 16);
    }
}
