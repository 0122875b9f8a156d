package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
    @Test
    void everyLengthIsReadWherever() {
        Random random = new Random(31);
        for (int length = 0; length < 600; length++) {
            byte[] codes = new byte[length];
            random.nextBytes(codes);
            String text = Base64.getEncoder().encodeToString(codes);
            assertThat(decoded(new Payload("ab" + text + "cd", 2, 2 + text.length())))
                    .isEqualTo(codes);
            assertThat(decoded(Payload.of(text.replace("=", "")))).isEqualTo(codes);
        }
    }

    @Test
    void whateverStandsThereIsReadAsTheStandardsReaderDoes() {
        Random random = new Random(37);
        String letters = "AZaz09+/==-_ \n\u00e9\u20ac";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(14); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(random.nextInt(9) > 0 ? 8 : 15)));
            }
            String word = text.toString();
            Optional<byte[]> right = standard(word);
            if (right.isEmpty()) {
                assertThatThrownBy(() -> decoded(Payload.of(word)))
                        .as(word)
                        .isInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(decoded(Payload.of(word))).as(word).isEqualTo(right.get());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A", "AAAAA", "AA=", "=", "==", "A===", "AA==AA==", "!!!!", "AAA!", "A!"})
    void whatIsNotBase64IsRefused(String text) {
        assertThatThrownBy(() -> decoded(Payload.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The audio in a message is not base64.");
    }

    @Test
    void twoAreEqualIfTheSameStandsThere() {
        assertThat(new Payload("xAAAAy", 1, 5))
                .isEqualTo(Payload.of("AAAA"))
                .hasSameHashCodeAs(Payload.of("AAAA"))
                .hasToString("AAAA")
                .isNotEqualTo(Payload.of("AAAB"));
    }

    private static Optional<byte[]> standard(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static byte[] decoded(Payload payload) {
        byte[] room = new byte[payload.mostBytes()];
        return Arrays.copyOf(room, payload.decode(room));
    }
}
