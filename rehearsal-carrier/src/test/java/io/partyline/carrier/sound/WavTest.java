package io.partyline.carrier.sound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WavTest {
    private static byte[] pcm(int rate, short... samples) {
        ByteBuffer wav =
                ByteBuffer.allocate(54 + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(US_ASCII)).putInt(46 + samples.length * 2);
        wav.put("WAVEfmt ".getBytes(US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(rate).putInt(rate * 2).putShort((short) 2).putShort((short) 16);
        wav.put("LIST".getBytes(US_ASCII)).putInt(1).putShort((short) 0);
        wav.put("data".getBytes(US_ASCII)).putInt(samples.length * 2);
        wav.asShortBuffer().put(samples);
        return wav.array();
    }

    @Test
    void whatWasWrittenCanBeRead() {
        byte[] mulaw = {1, 2, 3, (byte) 0xFF};
        assertArrayEquals(mulaw, Wav.mulaw(Wav.of(mulaw)));
        assertEquals(Duration.ofSeconds(1), Wav.length(Wav.of(new byte[8000])));
    }

    @Test
    void sixteenBitFilesAreReadPastChunksThatDoNotMatter() {
        short[] samples = {0, 1000, -1000, 32000};
        assertArrayEquals(Mulaw.encode(samples), Wav.mulaw(pcm(8000, samples)));
    }

    @Test
    void anotherRateIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Wav.mulaw(pcm(44_100, (short) 1)));
        assertThrows(IllegalArgumentException.class, () -> Wav.mulaw(new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aSpoiltFileIsReadOrRefusedAndNothingWorse(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] wav = pcm(8000, new short[50]);
            wav[random.nextInt(60)] = (byte) random.nextInt();
            refused += refused(wav) ? 1 : 0;
        }
        assertTrue(refused > 100 && refused < 1900, "refused " + refused);
    }

    private static boolean refused(byte[] wav) {
        try {
            return Wav.mulaw(wav).length > wav.length;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
