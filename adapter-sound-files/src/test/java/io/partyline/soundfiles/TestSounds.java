package io.partyline.soundfiles;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.partyline.audio.Frames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// Sound files that a test makes, and what is measured in what becomes of them.
final class TestSounds {
    private TestSounds() {}

    /// A tone of an amplitude of a half.
    static float[] tone(double frequency, Duration length, int rate) {
        var samples = new float[(int) (length.toMillis() * rate / 1_000)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * frequency * i / rate));
        }
        return samples;
    }

    /// A file of 16-bit samples, all channels alike.
    static Path wav(Path file, float[] samples, int rate, int channels) {
        var data = ByteBuffer.allocate(2 * channels * samples.length);
        data.order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            for (int channel = 0; channel < channels; channel++) {
                data.putShort((short) Math.rint(sample * 32_767));
            }
        }
        return write(file, wav(1, 16, rate, channels, data.array()));
    }

    /// The bytes of a WAV file.
    static byte[] wav(int code, int bits, int rate, int channels, byte[] data) {
        int frame = channels * bits / 8;
        ByteBuffer file = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + data.length).put(ascii("WAVEfmt ")).putInt(16);
        file.putShort((short) code).putShort((short) channels).putInt(rate).putInt(rate * frame);
        file.putShort((short) frame).putShort((short) bits);
        file.put(ascii("data")).putInt(data.length).put(data);
        return file.array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    static Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All of a file, as the studio hears it.
    static float[] heard(Path file) {
        try (var stream = new FileStream(new SoundFile(file, file.getFileName().toString()))) {
            var all = new float[60 * Frames.RATE];
            var piece = new float[1_000];
            int filled = 0;
            for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
                System.arraycopy(piece, 0, all, filled, count);
                filled += count;
            }
            int last = stream.last(piece);
            System.arraycopy(piece, 0, all, filled, last);
            return Arrays.copyOf(all, filled + last);
        }
    }

    /// The amplitude of a tone from one sample to another.
    static double amplitude(float[] samples, int from, int to, double frequency) {
        double real = 0;
        double imaginary = 0;
        for (int i = from; i < to; i++) {
            double angle = 2 * Math.PI * frequency * i / Frames.RATE;
            real += samples[i] * Math.cos(angle);
            imaginary += samples[i] * Math.sin(angle);
        }
        return 2 * Math.hypot(real, imaginary) / (to - from);
    }

    /// How far all that is not the tone is below it, in dB.
    static double noiseDb(float[] samples, int from, int to, double frequency) {
        double cos = 0;
        double sin = 0;
        for (int i = from; i < to; i++) {
            double angle = 2 * Math.PI * frequency * i / Frames.RATE;
            cos += 2 * samples[i] * Math.cos(angle) / (to - from);
            sin += 2 * samples[i] * Math.sin(angle) / (to - from);
        }
        double rest = 0;
        double tone = 0;
        for (int i = from; i < to; i++) {
            double angle = 2 * Math.PI * frequency * i / Frames.RATE;
            double pure = cos * Math.cos(angle) + sin * Math.sin(angle);
            rest += (samples[i] - pure) * (samples[i] - pure);
            tone += pure * pure;
        }
        return 10 * Math.log10(rest / tone);
    }
}
