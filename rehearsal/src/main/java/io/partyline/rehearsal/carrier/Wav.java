package io.partyline.rehearsal.carrier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;

/// As much of the WAV format as the telephone needs.
final class Wav {
    private static final int RATE = 8000;
    private static final int MULAW = 7;
    private static final int BYTES_PER_SECOND_AT = 28;

    private Wav() {}

    /// A WAV file of µ-law at 8 kHz, mono.
    static byte[] of(byte[] mulaw) {
        ByteBuffer wav = ByteBuffer.allocate(58 + mulaw.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(50 + mulaw.length).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(18).putShort((short) MULAW).putShort((short) 1);
        wav.putInt(RATE).putInt(RATE).putShort((short) 1).putShort((short) 8).putShort((short) 0);
        wav.put(ascii("fact")).putInt(4).putInt(mulaw.length);
        wav.put(ascii("data")).putInt(mulaw.length).put(mulaw);
        return wav.array();
    }

    static boolean is(byte[] file) {
        return file.length > BYTES_PER_SECOND_AT + 4
                && Arrays.equals(file, 0, 4, ascii("RIFF"), 0, 4)
                && Arrays.equals(file, 8, 12, ascii("WAVE"), 0, 4);
    }

    /// How long it plays, by the header's bytes per second and the file's size.
    static Duration length(byte[] file) {
        int rate =
                ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(BYTES_PER_SECOND_AT);
        return rate <= 0 ? Duration.ZERO : Duration.ofMillis(1000L * (file.length - 44) / rate);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
