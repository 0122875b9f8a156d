package io.partyline.whisper;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Resampler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads the plain WAV files that voices write: mono, 16 bit, header of 44 bytes.
final class Wav {
    private static final int HEADER = 44;

    private Wav() {}

    static float[] at48kHz(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int rate = bytes.getInt(24);
        var samples = new float[(bytes.capacity() - HEADER) / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort(HEADER + 2 * i) / 32_768f;
        }
        var resampler = new Resampler(rate, Frames.RATE);
        var wide = new float[resampler.maxOutput(samples.length)];
        int count = resampler.process(samples, 0, samples.length, wide, 0);
        return Arrays.copyOf(wide, count);
    }
}
