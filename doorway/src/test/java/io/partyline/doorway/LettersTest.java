package io.partyline.doorway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LettersTest {
    private static boolean isText(byte[] bytes) {
        var letters = new Letters();
        for (byte next : bytes) {
            if (!letters.take(next & 0xff)) {
                return false;
            }
        }
        return letters.whole();
    }

    /// What the JDK's own decoder thinks.
    private static boolean decodes(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    @Test
    void everyLetterIsOne() {
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            if (letter < Character.MIN_SURROGATE || letter > Character.MAX_SURROGATE) {
                assertThat(isText(Character.toString(letter).getBytes(UTF_8))).isTrue();
            }
        }
    }

    @Test
    void nothingElseIs() {
        int wrong = 0;
        for (int first = 0x80; first < 0x100; first++) {
            for (int second = 0; second < 0x100; second++) {
                for (int third : new int[] {0, 0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc0}) {
                    byte[] three = {(byte) first, (byte) second, (byte) third};
                    wrong += isText(three) == decodes(three) ? 0 : 1;
                    byte[] four = {(byte) first, (byte) second, (byte) third, (byte) 0x80};
                    wrong += isText(four) == decodes(four) ? 0 : 1;
                }
            }
        }
        assertThat(wrong).isZero();
    }

    @Test
    void anyBytesAreReadAsTheJdkReadsThem() {
        var chance = new Random(20261130);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[chance.nextInt(12)];
            chance.nextBytes(bytes);
            for (int at = 0; at < bytes.length; at++) {
                if (chance.nextInt(3) > 0) {
                    bytes[at] |= (byte) 0x80;
                }
            }
            assertThat(isText(bytes)).isEqualTo(decodes(bytes));
        }
    }
}
