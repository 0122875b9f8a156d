package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A sound file, read by the book (EBU Tech 3285 and 3306) and by nothing of what wrote it.
///
/// @param file where it lies
/// @param form `RIFF` or `RF64`
/// @param riffSize as the file says, wherever it says so
/// @param dataAt where the samples begin
/// @param dataBytes as the file says, wherever it says so
/// @param reference samples from midnight to the first sample, from `bext`
/// @param date of the first sample, as in 2026-05-01
/// @param time of the first sample, as in 20:00:00
public record Riff(
        Path file,
        String form,
        long riffSize,
        long dataAt,
        long dataBytes,
        long reference,
        String date,
        String time) {
    private static final long ELSEWHERE = 0xFFFF_FFFFL;

    /// Reads a file, and checks on the way that it keeps to the book.
    ///
    /// @throws AssertionError if it does not
    public static Riff read(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            String form = id(file);
            long riffSize = size(file);
            assertEquals("WAVE", id(file));
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
                        assertEquals(20, file.getFilePointer());
                        riffSize = number(file, 8);
                        dataSize = number(file, 8);
                        assertEquals(dataSize / 3, number(file, 8));
                    }
                    case "bext" -> {
                        file.skipBytes(256 + 32 + 32);
                        date = text(file, 10);
                        time = text(file, 8);
                        reference = number(file, 8);
                        assertEquals(2, number(file, 2), "version of bext");
                    }
                    case "fmt " -> {
                        assertEquals(1, number(file, 2), "PCM");
                        assertEquals(1, number(file, 2), "mono");
                        assertEquals(48_000, number(file, 4));
                        assertEquals(144_000, number(file, 4));
                        assertEquals(3, number(file, 2));
                        assertEquals(24, number(file, 2));
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
                    case "JUNK" -> assertTrue(size >= 28, "room for RF64");
                    default -> throw new AssertionError("a chunk called " + chunk);
                }
                file.seek(next);
            }
        }
    }

    /// How many samples there are.
    public long samples() {
        return dataBytes / 3;
    }

    /// Samples in 24 bits.
    public int[] samples(long from, int count) throws IOException {
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
