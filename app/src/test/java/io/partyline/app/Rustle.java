package io.partyline.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// A rustle without end that is nowhere like itself, so that two recordings of it can be laid on
/// each other to the sample.
final class Rustle {
    private static final int SECONDS = 20;

    /// Takes off what lies above some 4 kHz.
    private static final double DULL = 0.4;

    private static final double LEVEL = 0.3;

    private Rustle() {}

    /// Twenty seconds as a WAV file of 16 bits at 48 kHz.
    static Path wav(Path file) throws IOException {
        int count = SECONDS * StemFile.RATE;
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * count).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + 2 * count).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(StemFile.RATE);
        wav.putInt(2 * StemFile.RATE).putShort((short) 2).putShort((short) 16);
        wav.put(ascii("data")).putInt(2 * count);
        var random = new Random(8);
        double dull = 0;
        double duller = 0;
        for (int i = 0; i < count; i++) {
            dull += DULL * (2 * random.nextDouble() - 1 - dull);
            duller += DULL * (dull - duller);
            wav.putShort((short) Math.round(LEVEL * duller * Short.MAX_VALUE));
        }
        return Files.write(file, wav.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
