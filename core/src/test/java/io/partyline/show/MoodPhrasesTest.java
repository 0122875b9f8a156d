package io.partyline.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Phrases as they are written down, and what is wrong with some.
class MoodPhrasesTest {
    @Test
    void phrasesBelongToTheMoodAboveThemAndWordsHaveNames() {
        List<MoodPhrases.Cue> cues =
                MoodPhrases.read(
                        """
                        # animals
                        animal = goat|hen
                        [joking]
                        the {animal} (said|sang)

                        for {animal}s
                        [probing 0.3]
                        \\?$
                        """);
        assertThat(cues)
                .extracting(MoodPhrases.Cue::mood)
                .containsExactly(Mood.JOKING, Mood.PROBING);
        assertThat(cues).extracting(MoodPhrases.Cue::worth).containsExactly(1.0, 0.3);
        assertThat(cues.getFirst().words().in("so the hen sang")).isTrue();
        assertThat(cues.getFirst().words().in("a home for goats")).isTrue();
        assertThat(cues.getFirst().words().in("the animal sang")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a phrase                | line 1: a phrase stands before the first mood
                    [angry]                 | line 1: there is no mood "angry"
                    [joking]:the {cow} said | line 2: nothing is called {cow}
                    [joking]:(ha            | line 2: Unclosed group
                    [joking]:(ha)*          | line 2: "(ha)*" fits everything
                    [joking]:(ha)+ ho       | line 2: "(ha)+ ho" repeats a group without end
                    [joking]:(ha){2,}       | line 2: "(ha){2,}" repeats a group without end
                    """)
    void aMistakeIsNamedWithItsLine(String text, String reason) {
        assertThatThrownBy(() -> MoodPhrases.read(text.replace(':', '\n')))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(reason);
    }
}
