package io.partyline.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// The head of every sound file of ours: RIFF with room for RF64, a `bext` chunk, 24-bit mono PCM
/// at 48 kHz.
///
/// Layout from EBU Tech 3285 (BWF, version 2) and 3306 (RF64): `RIFF WAVE`, `JUNK` of 28 bytes that
/// can become `ds64`, `bext` of 602 bytes, `fmt ` of 16, then `data`.
///
/// @param begun local time of the first sample, which is kept to the sample
/// @param description what is in it: at most 256 letters of ASCII
/// @param loudness how loud it is, if that was measured
public record WavHead(LocalDateTime begun, String description, Optional<Measured> loudness) {
    /// Samples a second.
    public static final int RATE = 48_000;

    /// Bytes a sample.
    public static final int BYTES = 3;

    /// Bytes of a head; the samples follow.
    public static final int SIZE = 12 + 8 + 28 + 8 + 602 + 8 + 16 + 8;

    private static final int BEXT = 602;
    private static final int BEXT_AT = 12 + 8 + 28 + 8;
    private static final int DESCRIPTION = 256;
    private static final int ORIGINATOR_AT = BEXT_AT + DESCRIPTION;
    private static final int DATE_AT = ORIGINATOR_AT + 32 + 32;
    private static final int REFERENCE_AT = DATE_AT + 10 + 8;
    private static final int UMID_AT = REFERENCE_AT + 8 + 2;
    private static final int UMID = 64;
    private static final String ORIGINATOR = "Partyline";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final long LARGEST_RIFF = 0xFFFF_FFFFL;
    private static final long NANOS = 1_000_000_000;

    /// How loud a file is (EBU R128), each to a hundredth.
    ///
    /// @param integrated in LUFS
    /// @param range in LU
    /// @param truePeak in dBTP
    /// @param maxMomentary in LUFS
    /// @param maxShortTerm in LUFS
    public record Measured(
            double integrated,
            double range,
            double truePeak,
            double maxMomentary,
            double maxShortTerm) {
        /// What a file says that does not know.
        private static final short UNKNOWN = 0x7FFF;

        private static final double SCALE = 100;

        private void write(ByteBuffer head) {
            head.putShort(scaled(integrated)).putShort(scaled(range)).putShort(scaled(truePeak));
            head.putShort(scaled(maxMomentary)).putShort(scaled(maxShortTerm));
        }

        private static void writeNothing(ByteBuffer head) {
            for (int i = 0; i < 5; i++) {
                head.putShort(UNKNOWN);
            }
        }

        private static Optional<Measured> read(ByteBuffer head) {
            short[] values = new short[5];
            for (int i = 0; i < values.length; i++) {
                values[i] = head.getShort(UMID_AT + UMID + 2 * i);
            }
            return values[0] == UNKNOWN || values[0] == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Measured(
                                    values[0] / SCALE,
                                    values[1] / SCALE,
                                    values[2] / SCALE,
                                    values[3] / SCALE,
                                    values[4] / SCALE));
        }

        private static short scaled(double value) {
            return (short) Math.clamp(Math.round(value * SCALE), -Short.MAX_VALUE, UNKNOWN - 1);
        }
    }

    /// The head as bytes, of a file with so much sound in it.
    ///
    /// @param dataBytes bytes of samples
    public ByteBuffer bytes(long dataBytes) {
        var head = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        long riff = SIZE - 8 + dataBytes + padding(dataBytes);
        boolean large = riff > LARGEST_RIFF;
        id(head, large ? "RF64" : "RIFF").putInt(large ? -1 : (int) riff);
        id(head, "WAVE");
        sizes(head, large, riff, dataBytes);
        bext(head);
        id(head, "fmt ").putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE);
        head.putInt(RATE * BYTES).putShort((short) BYTES).putShort((short) (8 * BYTES));
        id(head, "data").putInt(large ? -1 : (int) dataBytes);
        return head.flip();
    }

    /// The byte that a chunk of odd length is followed by, and that it does not count.
    public static long padding(long dataBytes) {
        return dataBytes % 2;
    }

    /// The same head of a file that begins elsewhere.
    public WavHead beginning(LocalDateTime elsewhere) {
        return new WavHead(elsewhere, description, loudness);
    }

    /// The same head with another description.
    public WavHead describedAs(String text) {
        return new WavHead(begun, text, loudness);
    }

    /// The same head of a file that is so loud.
    public WavHead measured(Optional<Measured> now) {
        return new WavHead(begun, description, now);
    }

    private static void sizes(ByteBuffer head, boolean large, long riff, long data) {
        id(head, large ? "ds64" : "JUNK").putInt(28);
        head.putLong(large ? riff : 0).putLong(large ? data : 0);
        head.putLong(large ? data / BYTES : 0).putInt(0);
    }

    private void bext(ByteBuffer head) {
        id(head, "bext").putInt(BEXT);
        int end = head.position() + BEXT;
        text(head, description, DESCRIPTION);
        text(head, ORIGINATOR, 32);
        text(head, "", 32);
        text(head, begun.format(DAY), 10);
        text(head, begun.format(TIME), 8);
        head.putLong(sinceMidnight(begun));
        head.putShort((short) 2);
        head.position(head.position() + UMID);
        if (loudness.isPresent()) {
            loudness.get().write(head);
        } else {
            Measured.writeNothing(head);
        }
        head.position(end);
    }

    private static long sinceMidnight(LocalDateTime begun) {
        return begun.toLocalTime().toNanoOfDay() * RATE / NANOS;
    }

    /// The head that these bytes are; empty if it is somebody else's file, or damaged.
    public static Optional<WavHead> read(ByteBuffer head) {
        if (head.limit() < SIZE
                || !text(head, ORIGINATOR_AT, ORIGINATOR.length()).equals(ORIGINATOR)) {
            return Optional.empty();
        }
        head.order(ByteOrder.LITTLE_ENDIAN);
        try {
            LocalDate day = LocalDate.parse(text(head, DATE_AT, 10));
            long samples = head.getLong(REFERENCE_AT);
            LocalDateTime begun =
                    day.atStartOfDay().plusSeconds(samples / RATE).plusNanos(nanos(samples));
            return Optional.of(new WavHead(begun, described(head), Measured.read(head)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static String described(ByteBuffer head) {
        String padded = text(head, BEXT_AT, DESCRIPTION);
        int end = padded.indexOf('\0');
        return end < 0 ? padded : padded.substring(0, end);
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
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        head.put(bytes, 0, Math.min(bytes.length, length)).position(end);
    }
}
