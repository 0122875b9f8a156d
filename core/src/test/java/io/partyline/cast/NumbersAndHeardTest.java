package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersAndHeardTest {
    @ParameterizedTest
    @CsvSource({
        "0, zero",
        "13, thirteen",
        "40, forty",
        "99, ninety-nine",
        "100, one hundred",
        "1000, one thousand",
        "1001, one thousand one",
        "1000000, one million",
        "999999999999999, nine hundred ninety-nine trillion nine hundred ninety-nine billion nine"
                + " hundred ninety-nine million nine hundred ninety-nine thousand nine hundred"
                + " ninety-nine"
    })
    void aNumberIsReadInWords(long number, String words) {
        assertThat(Numbers.words(number)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1, first",
        "12, twelfth",
        "20, twentieth",
        "23, twenty-third",
        "100, one hundredth"
    })
    void anOrdinalEndsTheNumberThatItCounts(long number, String words) {
        assertThat(Numbers.ordinal(number)).isEqualTo(words);
    }

    @Test
    void aSentenceIsHeardWordByWord() {
        String sentence = "One two three four.";
        assertThat(Heard.words(sentence, 0, 1_000)).isEmpty();
        assertThat(Heard.words(sentence, 500, 1_000)).isEqualTo("One two");
        assertThat(Heard.words(sentence, 999, 1_000)).isEqualTo("One two three");
        assertThat(Heard.words(sentence, 1_000, 1_000)).isEqualTo(sentence);
        assertThat(Heard.words(sentence, 2_000, 1_000)).isEqualTo(sentence);
    }

    @Test
    void oneLongWordIsHeardOnlyAsAWhole() {
        assertThat(Heard.words("Absolutely!", 900, 1_000)).isEmpty();
    }

    @Test
    void whatIsHeardNeverShrinks() {
        String sentence = "You know what they say about trucks and the people who drive them.";
        int before = 0;
        for (long heard = 0; heard <= 48_000; heard += 480) {
            int now = Heard.words(sentence, heard, 48_000).length();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }
}
