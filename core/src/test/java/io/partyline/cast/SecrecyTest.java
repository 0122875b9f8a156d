package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.LongSpeech;
import io.partyline.show.Cue;
import io.partyline.show.FloorCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyTest {
    private static final Secrecy SECRECY =
            Secrecy.of(
                    List.of("Disagree with him about the boat.", "ask about Rosa’s dog", "faster"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Disagree with him about the boat.",
                "Okay, \"disagree with him, about the boat\", got it.",
                "DISAGREE WITH HIM ABOUT THE car.",
                "Ask about Rosa's dog!",
                "My note says: ask about Rosa's dog.",
                "I have instructions to disagree with him."
            })
    void aSentenceThatReadsANoteOutIsLeftOut(String sentence) {
        assertThat(SECRECY.apply(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I disagree with you about the boat.",
                "Can I ask about Rosa's dog?",
                "I disagree.",
                "Faster!",
                "I left her a note on the boat.",
                ""
            })
    void whoeverDoesWhatItAsksInTheirOwnWordsIsHeard(String sentence) {
        assertThat(SECRECY.apply(sentence)).isEqualTo(sentence);
    }

    @Test
    void aNoteIsKeptByTheOneWhoHasIt() {
        Evening evening = new Evening().bring(Evening.TONY);
        evening.ask(
                new FloorCommand.GiveCue(evening.on(Evening.TONY), "Say that you sold the car."));
        assertThat(
                        Secrecy.in(evening.show(), evening.on(Evening.TONY))
                                .apply("Say that you sold the car."))
                .isEmpty();
        assertThat(Secrecy.in(evening.show(), Evening.DAVE).apply("Say that you sold the car."))
                .isNotEmpty();
    }

    @Test
    void aLongNoteAndALongSentenceAreComparedInWorkThatGrowsWithTheirLength() {
        Secrecy longest = Secrecy.of(List.of("a ".repeat(Cue.LONGEST / 2)));
        LongSpeech.each(longest::apply);
    }
}
