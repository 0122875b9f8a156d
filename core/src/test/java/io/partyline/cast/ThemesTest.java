package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemesTest {
    @ParameterizedTest
    @CsvSource({
        "baking, bakes",
        "baked, Bake",
        "bee, bees",
        "ferry, ferries",
        "car, cars",
        "Dave's, dave",
        "drivers, driving"
    })
    void aWordIsTheSameWhateverItsEnding(String one, String other) {
        assertThat(Themes.stem(one)).isEqualTo(Themes.stem(other));
    }

    @ParameterizedTest
    @CsvSource({"bed, bees", "king, keys", "sing, sting"})
    void ofAShortWordNothingIsTaken(String one, String other) {
        assertThat(Themes.stem(one)).isNotEqualTo(Themes.stem(other));
    }

    @Test
    void aTopicStandsForItselfAndForWhatPeopleSayOfTheSameThing() {
        assertThat(Themes.around("Marriage"))
                .contains(Themes.stem("marriage"), Themes.stem("wedding"))
                .doesNotContain(Themes.stem("boat"));
        assertThat(Themes.around("umbrellas")).containsExactly(Themes.stem("umbrella"));
    }
}
