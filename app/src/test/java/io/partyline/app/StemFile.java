package io.partyline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A stem, read from the disk by a reader that shares nothing with the writer: it walks the chunks
/// of a RIFF file and insists on 24-bit mono PCM at 48 kHz.
final class StemFile {
    static final int RATE = 48_000;
    private static final int FULL_SCALE = 1 << 23;

    private final float[] samples;

    /// @param samples from -1 to 1
    StemFile(float[] samples) {
        this.samples = samples;
    }

    static StemFile read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return new StemFile(samples(bytes.order(ByteOrder.LITTLE_ENDIAN)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All stems below a folder, by their names without the ending.
    static Map<String, StemFile> all(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            var stems = new TreeMap<String, StemFile>();
            files.filter(file -> file.toString().endsWith(".wav"))
                    .forEach(file -> stems.put(name(file), read(file)));
            return stems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.wav$", "");
    }

    private static float[] samples(ByteBuffer file) {
        expect(file, "RIFF");
        file.getInt();
        expect(file, "WAVE");
        while (true) {
            String chunk = id(file);
            int size = file.getInt();
            if (chunk.equals("data")) {
                return decoded(file.slice(file.position(), size));
            }
            if (chunk.equals("fmt ")) {
                format(file.slice(file.position(), size).order(ByteOrder.LITTLE_ENDIAN));
            }
            file.position(file.position() + size + size % 2);
        }
    }

    private static void format(ByteBuffer chunk) {
        boolean right =
                chunk.getShort(0) == 1
                        && chunk.getShort(2) == 1
                        && chunk.getInt(4) == RATE
                        && chunk.getShort(14) == 24;
        if (!right) {
            throw new AssertionError("not 24-bit mono PCM at 48 kHz");
        }
    }

    private static float[] decoded(ByteBuffer data) {
        var samples = new float[data.capacity() / 3];
        for (int i = 0; i < samples.length; i++) {
            int low = Byte.toUnsignedInt(data.get(3 * i));
            int middle = Byte.toUnsignedInt(data.get(3 * i + 1));
            samples[i] = (float) (data.get(3 * i + 2) << 16 | middle << 8 | low) / FULL_SCALE;
        }
        return samples;
    }

    private static void expect(ByteBuffer file, String id) {
        String found = id(file);
        if (!found.equals(id)) {
            throw new AssertionError("%s instead of %s".formatted(found, id));
        }
    }

    private static String id(ByteBuffer file) {
        var letters = new byte[4];
        file.get(letters);
        return new String(letters, StandardCharsets.US_ASCII);
    }

    float[] samples() {
        return samples;
    }

    double level() {
        return level(0, samples.length);
    }

    /// The root mean square of a stretch, from 0 to 1.
    double level(int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += samples[i] * samples[i];
        }
        return Math.sqrt(sum / Math.max(1, length));
    }
}
