package io.partyline.tts;

import io.partyline.port.SpeechStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Made-up sound, and what can be measured of sound.
final class Tones {
    static final double HZ = 440;
    private static final double LOUD = 0.5;

    private Tones() {}

    /// 16 bits, the lower byte first.
    static byte[] pcm(int rate, double seconds) {
        return pcm(rate, seconds, LOUD, 0);
    }

    static byte[] pcm(int rate, double seconds, double loud, double constant) {
        int count = (int) (rate * seconds);
        var bytes = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            double sample = constant + loud * Math.sin(2 * Math.PI * HZ * i / rate);
            bytes.putShort((short) Math.round(32_767 * Math.clamp(sample, -1, 1)));
        }
        return bytes.array();
    }

    /// A sound file.
    ///
    /// @param size what the head says of the length of the sound
    /// @param junk bytes of a chunk before it
    static byte[] wav(int rate, byte[] pcm, long size, int junk) {
        var head =
                ByteBuffer.allocate(44 + (junk == 0 ? 0 : 8 + junk)).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("RIFF")).putInt((int) (size + 36)).put(ascii("WAVE"));
        if (junk > 0) {
            head.put(ascii("LIST")).putInt(junk).put(new byte[junk]);
        }
        head.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        head.putInt(rate).putInt(2 * rate).putShort((short) 2).putShort((short) 16);
        head.put(ascii("data")).putInt((int) size);
        return joined(head.array(), pcm);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// The level against full scale.
    static double decibels(float[] sound) {
        double sum = 0;
        for (float sample : sound) {
            sum += sample * sample;
        }
        return 10 * Math.log10(sum / Math.max(1, sound.length));
    }

    static double peak(float[] sound) {
        double peak = 0;
        for (float sample : sound) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    static double constant(float[] sound) {
        double sum = 0;
        for (float sample : sound) {
            sum += sample;
        }
        return sum / Math.max(1, sound.length);
    }

    /// How often the middle of the sound rises through zero in a second: the pitch of a tone.
    static double pitch(float[] sound, int rate) {
        int rises = 0;
        int quarter = sound.length / 4;
        for (int i = quarter; i < sound.length - quarter; i++) {
            if (sound[i - 1] < 0 && sound[i] >= 0) {
                rises++;
            }
        }
        return (double) rises * rate / (sound.length - 2 * quarter);
    }

    /// Samples before the first and after the last that can be heard.
    static int[] silentEnds(float[] sound) {
        int first = 0;
        while (first < sound.length && Math.abs(sound[first]) < 0.01) {
            first++;
        }
        int last = sound.length;
        while (last > first && Math.abs(sound[last - 1]) < 0.01) {
            last--;
        }
        return new int[] {first, sound.length - last};
    }

    static float[] all(SpeechStream speech) {
        var all = new float[0];
        var piece = new float[1_000];
        try (speech) {
            for (int n = speech.read(piece); n >= 0; n = speech.read(piece)) {
                int length = all.length;
                all = Arrays.copyOf(all, length + n);
                System.arraycopy(piece, 0, all, length, n);
            }
        }
        return all;
    }
}
