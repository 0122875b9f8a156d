package io.partyline.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    /// The zeros of all scripts that Unicode has figures of.
    private static final int[] ZEROS =
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                    .filter(Character::isDigit)
                    .filter(it -> Character.digit(it, 10) == 0)
                    .toArray();

    private static final List<String> BETWEEN =
            List.of(
                    "", " ", ", ", ",", "-", " - ", ".", ". ", "... ", "/", " / ", "; ", ": ", "·",
                    "\u00a0", "\u2009", "\u2011", "–", " — ", "\n", ", and ", ", uh, ", " then ",
                    "\u200b", "، ", "，");

    /// In every script, in words, and with every mark between: figures by two, since a comma before
    /// every three makes a large number.
    @Test
    void noNumberIsLeftWhateverItIsWrittenInAndWhateverIsBetween() {
        var chance = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String number = number(chance);
            assertThat(PhoneNumbers.hidden("Ring " + number + " tonight."))
                    .as("%s", number)
                    .isEqualTo("Ring [number] tonight.");
        }
    }

    @Test
    void thereAreManyScripts() {
        assertThat(ZEROS).hasSizeGreaterThan(60);
    }

    private static String number(Random chance) {
        int zero = chance.nextInt(3) == 0 ? '0' : ZEROS[chance.nextInt(ZEROS.length)];
        boolean inWords = chance.nextInt(4) == 0;
        String between = BETWEEN.get(chance.nextInt(BETWEEN.size()));
        var said = new StringBuilder();
        int digits = 7 + chance.nextInt(9);
        for (int i = 0; i < digits; i++) {
            int digit = chance.nextInt(10);
            if (i > 0 && (inWords || i % 2 == 0)) {
                said.append(inWords && between.isEmpty() ? " " : between);
            }
            said.append(inWords ? WORDS.get(digit) : Character.toString(zero + digit));
        }
        return said.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+15550100142",
                "+1 (555) 010-0142",
                "(555) 010-0142",
                "555-0142-00",
                "555.010.0142",
                "5 5 5 0 1 0 1",
                "five five five oh one four two",
                "555 oh one four two",
                "Five-Five-Five 0142",
                "0049 30 / 1234 5678",
                "five, five, five, oh, one, four, two",
                "555, 010, 0142",
                "five five five... oh one four two",
                "five five five, then oh one four two",
                "555 dash 010 dash 0142",
                "double five five, oh one four two",
                "eight hundred, five five five, oh one four two",
                "five five five, fifty-five, forty two",
                "５５５０１００１４２",
                "٥٥٥ ٠١٠ ٠١٤٢",
                "५५५-०१०-०१४२",
                "⁵⁵⁵ ⁰¹⁰ ⁰¹⁴²",
                "5️⃣5️⃣5️⃣0️⃣1️⃣4️⃣2",
                "555\u00a0010\u20110142",
                "5\u200b5\u200b5\u200b0\u200b1\u200b4\u200b2",
                "4111 1111 1111 1111"
            })
    void aNumberIsHiddenHoweverItIsSaid(String number) {
        assertThat(PhoneNumbers.hidden("Ring " + number + ", please."))
                .isEqualTo("Ring [number], please.");
        assertThat(PhoneNumbers.hidden(number)).isEqualTo("[number]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I won $1,000,000 in 1911.",
                "It was 10:30:45 at 59 degrees.",
                "Channel 3 of 8, caller 12.",
                "One of the two or three of us.",
                "2026-05-01T20:00:00Z",
                "call CA0123456789abcdef",
                "pi is 3.14159",
                "From 10:30, 11:45 to 12:15",
                "in 1911, 1912 and 1913",
                "nineteen eighty four, nineteen eighty five",
                "three hundred, four hundred, five hundred",
                "1,000,000, 2,000,000 or 3,000,000",
                "one, two, three, go"
            })
    void othersAreLeft(String text) {
        assertThat(PhoneNumbers.hidden(text)).isEqualTo(text);
    }
}
