package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.speech.SpeechCutter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnEndTest {
    private static final Duration HESITATION = Duration.ofMillis(900);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What do you think about that?",
                "Where are you from?",
                "I grew up in Ohio.",
                "I think so.",
                "That's a good one.",
                "He said \"never again.\"",
                "Yes.",
                "no",
                "Thank you",
                "That's what it is like!",
                "Is that so?",
                "Do you know?",
                "Shall we?",
                "He is from Ohio, isn't he?",
                "So?",
                "東京に住んでいます。"
            })
    void aFinishedSentenceIsOverWithinHalfASecond(String text) {
        assertThat(TurnEnd.after(text)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Well, I was going to the store and",
                "Well, I was going to the store and.",
                "I don't want to because",
                "Um.",
                "So I told him, you know,",
                "It's kind of.",
                "Well.",
                "So.",
                "I bought the tickets and so.",
                "I was thinking...",
                "I was thinking—",
                "First,",
                "My number is five one two",
                "My number is 512.",
                "It's 5-5",
                "We have the",
                "It was one of.",
                "He told me because of.",
                "I walked out and then.",
                "And I was like",
                "Hold on.",
                "We drove in a, what's it called?",
                "It was, how do I put this?",
                "What do you think about the?",
                "I'm",
            })
    void moreIsToCome(String text) {
        assertThat(TurnEnd.after(text)).isEqualTo(TurnEnd.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"so i was driving home last night", "I was born in '84.", "I have seven."})
    void whatMayGoOnOutlastsAHesitation(String text) {
        assertThat(TurnEnd.after(text)).isGreaterThan(HESITATION);
    }

    @Test
    void asLongAsNothingIsKnownAHesitationIsNoEnd() {
        assertThat(SpeechCutter.UNHEARD).isGreaterThan(HESITATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "...", "\"\"", "?!"})
    void aSoundWithoutWordsIsOverWithoutThem(String text) {
        assertThat(TurnEnd.after(text)).isEqualTo(Duration.ofMillis(700));
    }
}
