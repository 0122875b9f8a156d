package io.partyline.rehearsal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.partyline.audio.Frames;
import io.partyline.port.SoundException;
import io.partyline.port.SoundStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;

/// What telephone companies make of a message: a WAV file of 16 bits, mono, at 8 kHz.
public final class TelephoneWav {
    private static final int HEAD = 44;
    private static final int BYTES = 2;
    private static final double LOUD = 0.25;

    private TelephoneWav() {}

    /// A tone, a quarter as loud as can be.
    public static byte[] tone(double hertz, Duration length) {
        return of(hertz, LOUD, length);
    }

    /// A line on which nobody speaks.
    public static byte[] silence(Duration length) {
        return of(0, 0, length);
    }

    private static byte[] of(double hertz, double loud, Duration length) {
        int samples = Math.toIntExact(length.toMillis() * Frames.PHONE_RATE / 1_000);
        ByteBuffer wav = ByteBuffer.allocate(HEAD + samples * BYTES).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(US_ASCII)).putInt(HEAD - 8 + samples * BYTES);
        wav.put("WAVEfmt ".getBytes(US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(Frames.PHONE_RATE).putInt(Frames.PHONE_RATE * BYTES);
        wav.putShort((short) BYTES).putShort((short) 16);
        wav.put("data".getBytes(US_ASCII)).putInt(samples * BYTES);
        for (int i = 0; i < samples; i++) {
            double turn = 2 * Math.PI * hertz * i / Frames.PHONE_RATE;
            wav.putShort((short) Math.round(loud * Short.MAX_VALUE * Math.sin(turn)));
        }
        return wav.array();
    }

    private static boolean is(byte[] file) {
        return file.length >= HEAD && Arrays.equals(file, 0, 4, "RIFF".getBytes(US_ASCII), 0, 4);
    }

    /// Its sound at the studio's rate.
    ///
    /// @throws SoundException if it is no such file
    public static SoundStream decoded(byte[] wav) {
        if (!is(wav)) {
            throw new SoundException("That is no sound.");
        }
        return new Decoded(wav);
    }

    /// Every sample of the telephone six times.
    private static final class Decoded implements SoundStream {
        private static final int TIMES = Frames.RATE / Frames.PHONE_RATE;

        private final ByteBuffer samples;

        Decoded(byte[] wav) {
            samples = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
            again();
        }

        @Override
        public int read(float[] into) {
            int count = 0;
            while (samples.hasRemaining() && count + TIMES <= into.length) {
                float sample = samples.getShort() / 32_768f;
                for (int i = 0; i < TIMES; i++) {
                    into[count] = sample;
                    count++;
                }
            }
            return count == 0 ? -1 : count;
        }

        @Override
        public void again() {
            samples.position(HEAD);
        }

        @Override
        public int last(float[] into) {
            return 0;
        }

        @Override
        public void close() {}
    }
}
