package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands in a transcript is what was said.
class WrittenTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**Bold** and __strong__ words. | Bold and strong words.",
                "## A heading             | A heading",
                "- a point                | a point",
                "> a quotation            | a quotation",
                "Read `this` and ~~that~~. | Read this and that.",
                "See [my boat](https://owl.example/x). | See my boat.",
                "Great! 😀🎉 Really.       | Great! Really.",
                "Thumbs 👍🏽 up ❤️.         | Thumbs up.",
                "*sighs* Well. [laughs] No. | Well. No.",
                "Well (laughs) no.        | Well no.",
                "<b>Hello</b> there.      | Hello there."
            })
    void whatNoVoiceSaysIsNotWrittenDown(String text, String plain) {
        assertThat(WrittenText.plain(text)).isEqualTo(plain);
    }

    @Test
    void aTableIsReadAsWords() {
        assertThat(WrittenText.plain("| a | b |")).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"---", "***", "* * *", "```", "😀", "*waves*", "...", "  "})
    void whatHoldsNoWordIsNothing(String text) {
        assertThat(WrittenText.plain(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I paid $5.00 for 3 < 4 boats, #1 - and a half.",
                "“No,” she said… “not 50%!”",
                "Élan? Ja, schön. 你好。",
                "(Twice.)",
                "It's 7:30 p.m. & raining.",
                "a b"
            })
    void whatIsTalkStaysAsItIs(String text) {
        assertThat(WrittenText.plain(text)).isEqualTo(text);
    }
}
