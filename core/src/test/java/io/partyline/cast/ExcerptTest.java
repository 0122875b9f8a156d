package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
    @ParameterizedTest
    @CsvSource({
        "My boat, My boat",
        "My boats, My…",
        "My boat sank, My boat…",
        "My big boat, My big…",
        "Lighthouse, Lightho…",
        "LightsA🚤, LightsA…",
        "Lights🚤, Lights…",
        "' Lighthouse', …"
    })
    void asManyWholeWordsAsSevenLettersHoldAreShown(String said, String shown) {
        assertThat(Excerpt.of(said, 7)).isEqualTo(shown);
    }
}
