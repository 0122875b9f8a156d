package io.partyline.carrier.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MulawTest {
    /// From the tables of G.711: the decoder outputs at the segment borders, times four.
    @ParameterizedTest
    @CsvSource({"255, 0", "127, 0", "128, 32124", "0, -32124", "240, 120", "239, 132", "112, -120"})
    void codesMeanWhatTheStandardSays(int code, int sample) {
        assertEquals(sample, Mulaw.decode((byte) code));
    }

    @Test
    void everyCodeComesBackAsItselfExceptTheSecondZero() {
        for (int code = 0; code < 256; code++) {
            byte again = Mulaw.encode(Mulaw.decode((byte) code));
            assertEquals(code == 127 ? 255 : code, again & 0xFF);
        }
    }

    @Test
    void noSampleIsOffByMoreThanHalfAStep() {
        for (int sample = -32635; sample <= 32635; sample++) {
            int off = Math.abs(Mulaw.decode(Mulaw.encode((short) sample)) - sample);
            assertTrue(
                    off <= Math.max(4, (Math.abs(sample) + 132) / 32),
                    sample + " is off by " + off);
        }
    }

    @Test
    void whatIsTooLoudIsClipped() {
        assertArrayEquals(Mulaw.encode(new float[] {1f, -1f}), Mulaw.encode(new float[] {3f, -3f}));
        assertEquals(Mulaw.encode((short) 32767), Mulaw.encode((short) 32635));
        assertEquals(Mulaw.encode((short) -32768), Mulaw.encode((short) -32635));
    }
}
