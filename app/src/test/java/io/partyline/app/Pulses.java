package io.partyline.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A tone that never stops, by which every gap is found, and is louder for 60 ms in the middle of
/// each second, by which it is seen when something arrives.
///
/// @param hertz a whole number, so that a second of it can be played over and over
record Pulses(int hertz) {
    static final Pulses HOST = new Pulses(1_000);
    static final Pulses CALLER = new Pulses(700);

    /// The loudness of the tone, as the root of its mean square, outside and inside a pulse.
    static final double QUIET = 0.1 / Math.sqrt(2);

    static final double LOUD = 0.5 / Math.sqrt(2);

    /// When in a second the pulse begins, and how long it is.
    static final double BEGINS = 0.5;

    private static final double LASTS = 0.06;
    private static final int WIDE = 48_000;
    private static final int NARROW = 8_000;

    /// So much of it at 8 kHz.
    float[] samples(Duration length) {
        return samples(NARROW, (int) (length.toMillis() * NARROW / 1_000));
    }

    private float[] samples(int rate, int count) {
        var samples = new float[count];
        for (int i = 0; i < count; i++) {
            double second = (double) (i % rate) / rate;
            double gain = second >= BEGINS && second < BEGINS + LASTS ? 0.5 : 0.1;
            samples[i] = (float) (gain * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }

    /// Ten seconds as a WAV file of 16 bits at 48 kHz.
    Path wav(Path file) throws IOException {
        return wav(file, 10);
    }

    /// So many seconds as such a file.
    Path wav(Path file, int seconds) throws IOException {
        float[] samples = samples(WIDE, seconds * WIDE);
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples.length);
        wav.order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + 2 * samples.length).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(WIDE).putInt(2 * WIDE);
        wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(2 * samples.length);
        for (float sample : samples) {
            wav.putShort((short) Math.round(sample * Short.MAX_VALUE));
        }
        return Files.write(file, wav.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
