package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.Resampler;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// What a caller in the carrier's queue listens to: a WAV file of 8 kHz µ-law, made once.
///
/// The file's name holds a hash of its content, so that the carrier may keep it for ever and still
/// plays a new bed at once. The bed's length is how often the carrier asks what to do with a
/// caller: some seconds find a lost caller again quickly.
final class BedFile {
    private static final int HEADER = 58;
    private static final short MULAW_FORMAT = 7;

    private final byte[] wav;
    private final String hash;

    /// @param samples mono at 48 kHz, -1 to 1
    /// @throws IllegalArgumentException if there are none
    BedFile(float[] samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("The hold bed is empty.");
        }
        wav = wav(mulaw(samples));
        hash = hash(wav);
    }

    String file() {
        return "bed-" + hash + ".wav";
    }

    /// The entity tag, in its quotes.
    String tag() {
        return '"' + hash + '"';
    }

    byte[] wav() {
        return wav.clone();
    }

    private static byte[] mulaw(float[] samples) {
        Resampler resampler = new Resampler(Frames.RATE, Frames.PHONE_RATE);
        float[] phone = new float[resampler.maxOutput(samples.length)];
        int count = resampler.process(samples, 0, samples.length, phone, 0);
        byte[] codes = new byte[count];
        Mulaw.encode(phone, 0, codes, 0, count);
        return codes;
    }

    /// RIFF with `fmt `, the `fact` that compressed formats need, and `data`.
    private static byte[] wav(byte[] codes) {
        int padding = codes.length & 1;
        ByteBuffer file =
                ByteBuffer.allocate(HEADER + codes.length + padding).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(18).putShort(MULAW_FORMAT).putShort((short) 1);
        file.putInt(Frames.PHONE_RATE).putInt(Frames.PHONE_RATE);
        file.putShort((short) 1).putShort((short) 8).putShort((short) 0);
        file.put(ascii("fact")).putInt(4).putInt(codes.length);
        file.put(ascii("data")).putInt(codes.length).put(codes);
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256; this one has not.", e);
        }
    }
}
