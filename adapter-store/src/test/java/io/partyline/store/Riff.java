package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A sound file, read by the book (EBU Tech 3285 and 3306) and by nothing of what wrote it.
///
/// @param form `RIFF` or `RF64`
/// @param riffSize as the file says, wherever it says so
/// @param dataAt where the samples begin
/// @param dataBytes as the file says, wherever it says so
/// @param reference samples from midnight to the first sample, from `bext`
record Riff(
        Path file,
        String form,
        long riffSize,
        long dataAt,
        long dataBytes,
        long reference,
        String date,
        String time) {
    private static final long ELSEWHERE = 0xFFFF_FFFFL;

    static Riff read(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            String form = id(file);
            long riffSize = size(file);
            assertThat(id(file)).isEqualTo("WAVE");
            long dataSize = ELSEWHERE;
            long reference = -1;
            String date = "";
            String time = "";
            while (true) {
                String chunk = id(file);
                long size = size(file);
                long next = file.getFilePointer() + size + size % 2;
                switch (chunk) {
                    case "ds64" -> {
                        assertThat(file.getFilePointer()).isEqualTo(20);
                        riffSize = number(file, 8);
                        dataSize = number(file, 8);
                        assertThat(number(file, 8)).isEqualTo(dataSize / 3);
                    }
                    case "bext" -> {
                        file.skipBytes(256 + 32 + 32);
                        date = text(file, 10);
                        time = text(file, 8);
                        reference = number(file, 8);
                        assertThat(number(file, 2)).as("version of bext").isEqualTo(2);
                    }
                    case "fmt " -> {
                        assertThat(number(file, 2)).as("PCM").isEqualTo(1);
                        assertThat(number(file, 2)).as("mono").isEqualTo(1);
                        assertThat(number(file, 4)).isEqualTo(48_000);
                        assertThat(number(file, 4)).isEqualTo(144_000);
                        assertThat(number(file, 2)).isEqualTo(3);
                        assertThat(number(file, 2)).isEqualTo(24);
                    }
                    case "data" -> {
                        return new Riff(
                                path,
                                form,
                                riffSize,
                                file.getFilePointer(),
                                size == ELSEWHERE ? dataSize : size,
                                reference,
                                date,
                                time);
                    }
                    case "JUNK" -> assertThat(size).isGreaterThanOrEqualTo(28);
                    default -> throw new AssertionError("a chunk called " + chunk);
                }
                file.seek(next);
            }
        }
    }

    long samples() {
        return dataBytes / 3;
    }

    /// Samples in 24 bits.
    int[] samples(long from, int count) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[count * 3];
            in.seek(dataAt + from * 3);
            in.readFully(bytes);
            var samples = new int[count];
            for (int i = 0; i < count; i++) {
                samples[i] =
                        (bytes[3 * i] & 0xFF)
                                | ((bytes[3 * i + 1] & 0xFF) << 8)
                                | (bytes[3 * i + 2] << 16);
            }
            return samples;
        }
    }

    private static String id(RandomAccessFile file) throws IOException {
        return text(file, 4);
    }

    private static String text(RandomAccessFile file, int length) throws IOException {
        var bytes = new byte[length];
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static long size(RandomAccessFile file) throws IOException {
        return number(file, 4);
    }

    private static long number(RandomAccessFile file, int bytes) throws IOException {
        var number = new byte[8];
        file.readFully(number, 0, bytes);
        return ByteBuffer.wrap(number).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
}
