package io.partyline.carrier.sound;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;

/// As much of the WAV format as the telephone needs.
public final class Wav {
    private static final int RATE = 8000;
    private static final int MULAW = 7;
    private static final int PCM = 1;
    private static final int FIRST_CHUNK = 12;
    private static final int FORMAT_AT = 20;
    private static final int CHANNELS_AT = 22;
    private static final int RATE_AT = 24;
    private static final int BYTES_PER_SECOND_AT = 28;

    /// "data", read as a little-endian number.
    private static final int DATA = 0x61746164;

    private Wav() {}

    /// A WAV file of µ-law at 8 kHz, mono.
    public static byte[] of(byte[] mulaw) {
        ByteBuffer wav = ByteBuffer.allocate(58 + mulaw.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(50 + mulaw.length).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(18).putShort((short) MULAW).putShort((short) 1);
        wav.putInt(RATE).putInt(RATE).putShort((short) 1).putShort((short) 8).putShort((short) 0);
        wav.put(ascii("fact")).putInt(4).putInt(mulaw.length);
        wav.put(ascii("data")).putInt(mulaw.length).put(mulaw);
        return wav.array();
    }

    public static boolean is(byte[] file) {
        return file.length > BYTES_PER_SECOND_AT + 4
                && Arrays.equals(file, 0, 4, ascii("RIFF"), 0, 4)
                && Arrays.equals(file, 8, 12, ascii("WAVE"), 0, 4);
    }

    /// How long it plays, by the header's bytes per second.
    public static Duration length(byte[] file) {
        ByteBuffer wav = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int rate = wav.getInt(BYTES_PER_SECOND_AT);
        return rate <= 0
                ? Duration.ZERO
                : Duration.ofMillis(1000L * sound(file, wav).length / rate);
    }

    /// The sound in a WAV file as µ-law.
    ///
    /// @throws IllegalArgumentException unless it is 8 kHz mono, as 16-bit PCM or µ-law
    public static byte[] mulaw(byte[] file) {
        ByteBuffer wav = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int format = is(file) ? wav.getShort(FORMAT_AT) : 0;
        boolean telephone =
                is(file) && wav.getShort(CHANNELS_AT) == 1 && wav.getInt(RATE_AT) == RATE;
        if (!telephone || (format != PCM && format != MULAW)) {
            throw new IllegalArgumentException(
                    "A caller can speak WAV files of 8 kHz, mono, 16-bit or µ-law only.");
        }
        byte[] sound = sound(file, wav);
        return format == MULAW ? sound : Mulaw.encode(samples(sound));
    }

    private static byte[] sound(byte[] file, ByteBuffer wav) {
        int at = FIRST_CHUNK;
        while (at + 8 <= file.length) {
            int length = Math.clamp(wav.getInt(at + 4), 0, file.length - at - 8);
            if (wav.getInt(at) == DATA) {
                return Arrays.copyOfRange(file, at + 8, at + 8 + length);
            }
            at += 8 + length + (length & 1);
        }
        return new byte[0];
    }

    private static short[] samples(byte[] pcm) {
        short[] samples = new short[pcm.length / 2];
        ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
