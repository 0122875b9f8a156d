package io.partyline.audio.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MulawTest {
    /// The decoder's values for the codes from 0x80 up (ITU-T G.711, table 2a, times 4 for 16
    /// bits). The codes from 0 up are the same with the other sign.
    private static final int[] DECODED = {
        32124, 31100, 30076, 29052, 28028, 27004, 25980, 24956, 23932, 22908, 21884, 20860, 19836,
        18812, 17788, 16764, 15996, 15484, 14972, 14460, 13948, 13436, 12924, 12412, 11900, 11388,
        10876, 10364, 9852, 9340, 8828, 8316, 7932, 7676, 7420, 7164, 6908, 6652, 6396, 6140, 5884,
        5628, 5372, 5116, 4860, 4604, 4348, 4092, 3900, 3772, 3644, 3516, 3388, 3260, 3132, 3004,
        2876, 2748, 2620, 2492, 2364, 2236, 2108, 1980, 1884, 1820, 1756, 1692, 1628, 1564, 1500,
        1436, 1372, 1308, 1244, 1180, 1116, 1052, 988, 924, 876, 844, 812, 780, 748, 716, 684, 652,
        620, 588, 556, 524, 492, 460, 428, 396, 372, 356, 340, 324, 308, 292, 276, 260, 244, 228,
        212, 196, 180, 164, 148, 132, 120, 112, 104, 96, 88, 80, 72, 64, 56, 48, 40, 32, 24, 16, 8,
        0
    };

    @Test
    void everyCodeDecodesToTheValueOfTheStandard() {
        assertThat(DECODED).hasSize(128);
        for (int i = 0; i < 128; i++) {
            assertThat(Mulaw.decode((byte) (0x80 + i)))
                    .as("code %x", 0x80 + i)
                    .isEqualTo(DECODED[i]);
            assertThat(Mulaw.decode((byte) i)).as("code %x", i).isEqualTo(-DECODED[i]);
        }
    }

    @Test
    void everySampleEncodesAsInTheReferenceCode() {
        for (int pcm = Short.MIN_VALUE; pcm <= Short.MAX_VALUE; pcm++) {
            assertThat(Mulaw.encode(pcm) & 0xFF).as("sample %d", pcm).isEqualTo(reference(pcm));
        }
    }

    /// `ulaw_compress` of the ITU's software tool library (G.191).
    private static int reference(int lseg) {
        int absno = lseg < 0 ? (~lseg >> 2) + 33 : (lseg >> 2) + 33;
        if (absno > 0x1FFF) {
            absno = 0x1FFF;
        }
        int i = absno >> 6;
        int segno = 1;
        while (i != 0) {
            segno++;
            i >>= 1;
        }
        int highNibble = 0x0008 - segno;
        int lowNibble = 0x000F - ((absno >> segno) & 0x000F);
        int logbuf = (highNibble << 4) | lowNibble;
        return lseg >= 0 ? logbuf | 0x0080 : logbuf;
    }

    /// The decision values of G.711 lie half a step below and above each value, in steps of the
    /// value's own segment. The reference cuts off two bits before, which is at most 4 more.
    @Test
    void noSampleIsFurtherFromItsCodeThanHalfAStep() {
        for (int pcm = -32_635; pcm <= 32_635; pcm++) {
            byte code = Mulaw.encode(pcm);
            int step = 8 << (~code >> 4 & 7);
            assertThat(Math.abs(Mulaw.decode(code) - pcm))
                    .as("sample %d", pcm)
                    .isLessThan(step / 2 + 4);
        }
    }

    @Test
    void everyCodeSurvivesARoundTripExceptNegativeZero() {
        for (int code = 0; code < 256; code++) {
            int back = Mulaw.encode(Mulaw.decode((byte) code)) & 0xFF;
            assertThat(back).as("code %x", code).isEqualTo(code == 0x7F ? 0xFF : code);
        }
    }

    @Test
    void floatsAreTheSameNumbersAsSixteenBits() {
        var codes = new byte[300];
        for (int code = 0; code < 256; code++) {
            codes[code + 7] = (byte) code;
        }
        var samples = new float[300];
        Mulaw.decode(codes, 7, samples, 3, 256);
        for (int code = 0; code < 256; code++) {
            assertThat(samples[code + 3] * 32_768f).isEqualTo((float) Mulaw.decode((byte) code));
        }
        var back = new byte[300];
        Mulaw.encode(samples, 3, back, 7, 256);
        codes[7 + 0x7F] = (byte) 0xFF;
        assertThat(back).isEqualTo(codes);
    }

    @Test
    void whatIsTooLoudIsClippedAndWhatIsNoNumberIsSilent() {
        var codes = new byte[4];
        Mulaw.encode(new float[] {7, -7, Float.POSITIVE_INFINITY, Float.NaN}, 0, codes, 0, 4);

        assertThat(codes).containsExactly((byte) 0x80, (byte) 0, (byte) 0x80, Mulaw.SILENCE);
    }
}
