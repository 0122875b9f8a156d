package io.partyline.stems;

import io.partyline.show.AiVoice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// The head of a stem: RIFF with room for RF64, a `bext` chunk, 24-bit mono PCM at 48 kHz.
///
/// Layout from EBU Tech 3285 (BWF, version 2) and 3306 (RF64): `RIFF WAVE`, `JUNK` of 28 bytes that
/// can become `ds64`, `bext` of 602 bytes, `fmt ` of 16, then `data`.
final class WavHeader {
    static final int RATE = 48_000;
    static final int BYTES = 3;
    static final int SIZE = 12 + 8 + 28 + 8 + 602 + 8 + 16 + 8;

    private static final int BEXT = 602;
    private static final int BEXT_AT = 12 + 8 + 28 + 8;
    private static final int ORIGINATOR_AT = BEXT_AT + 256;
    private static final int DATE_AT = ORIGINATOR_AT + 32 + 32;
    private static final int REFERENCE_AT = DATE_AT + 10 + 8;
    private static final String ORIGINATOR = "Partyline";
    private static final int DESCRIPTION = 256;
    private static final String STEM = "Stem of a show.";
    private static final String AI_STEM = STEM + " " + AiVoice.IN_IT;
    private static final long LARGEST_RIFF = 0xFFFF_FFFFL;
    private static final long NANOS = 1_000_000_000;

    private WavHeader() {}

    /// The head of a file with so much sound in it.
    ///
    /// @param dataBytes bytes of samples
    /// @param begun local time of the first sample
    /// @param aiVoices whether AI voices are in it
    static ByteBuffer of(long dataBytes, LocalDateTime begun, boolean aiVoices) {
        var head = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        long riff = SIZE - 8 + dataBytes + padding(dataBytes);
        boolean large = riff > LARGEST_RIFF;
        id(head, large ? "RF64" : "RIFF").putInt(large ? -1 : (int) riff);
        id(head, "WAVE");
        sizes(head, large, riff, dataBytes);
        bext(head, begun, aiVoices ? AI_STEM : STEM);
        id(head, "fmt ").putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE);
        head.putInt(RATE * BYTES).putShort((short) BYTES).putShort((short) (8 * BYTES));
        id(head, "data").putInt(large ? -1 : (int) dataBytes);
        return head.flip();
    }

    /// The byte that a chunk of odd length is followed by, and that it does not count.
    static long padding(long dataBytes) {
        return dataBytes % 2;
    }

    private static void sizes(ByteBuffer head, boolean large, long riff, long data) {
        id(head, large ? "ds64" : "JUNK").putInt(28);
        head.putLong(large ? riff : 0).putLong(large ? data : 0);
        head.putLong(large ? data / BYTES : 0).putInt(0);
    }

    private static void bext(ByteBuffer head, LocalDateTime begun, String description) {
        id(head, "bext").putInt(BEXT);
        int end = head.position() + BEXT;
        text(head, description, DESCRIPTION);
        text(head, ORIGINATOR, 32);
        text(head, "", 32);
        text(head, begun.format(DateTimeFormatter.ofPattern("yyyy-MM-dd")), 10);
        text(head, begun.format(DateTimeFormatter.ofPattern("HH:mm:ss")), 8);
        head.putLong(sinceMidnight(begun));
        head.putShort((short) 2);
        head.position(end);
    }

    private static long sinceMidnight(LocalDateTime begun) {
        return begun.toLocalTime().toNanoOfDay() * RATE / NANOS;
    }

    /// The local time of the first sample, to the sample, of a file whose head we have written;
    /// empty if it is somebody else's file, or damaged.
    static Optional<LocalDateTime> begun(ByteBuffer head) {
        if (head.limit() < SIZE
                || !text(head, ORIGINATOR_AT, ORIGINATOR.length()).equals(ORIGINATOR)) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text(head, DATE_AT, 10));
            long samples = head.order(ByteOrder.LITTLE_ENDIAN).getLong(REFERENCE_AT);
            return Optional.of(
                    day.atStartOfDay().plusSeconds(samples / RATE).plusNanos(nanos(samples)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// Whether a head that we have written says that AI voices are in the file.
    static boolean aiVoices(ByteBuffer head) {
        return text(head, BEXT_AT, AI_STEM.length()).equals(AI_STEM);
    }

    /// Rounded up, so that the way there and back ends at the same sample.
    private static long nanos(long samples) {
        return Math.ceilDiv(samples % RATE * NANOS, RATE);
    }

    private static String text(ByteBuffer head, int at, int length) {
        var text = new byte[length];
        head.get(at, text);
        return new String(text, StandardCharsets.US_ASCII);
    }

    private static ByteBuffer id(ByteBuffer head, String id) {
        return head.put(id.getBytes(StandardCharsets.US_ASCII));
    }

    private static void text(ByteBuffer head, String text, int length) {
        int end = head.position() + length;
        head.put(text.getBytes(StandardCharsets.US_ASCII)).position(end);
    }
}
