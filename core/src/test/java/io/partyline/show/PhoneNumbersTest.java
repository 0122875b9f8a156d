package io.partyline.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
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
                "0049 30 / 1234 5678"
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
                "pi is 3.14159"
            })
    void othersAreLeft(String text) {
        assertThat(PhoneNumbers.hidden(text)).isEqualTo(text);
    }
}
