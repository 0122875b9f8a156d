package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventedTest {
    private static Evidence voice(int voicedMs, int bursts) {
        return new Evidence(voicedMs, bursts, 0.1, 0.7, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thank you.", "Yes.", "No.", "Bye.", "Okay.", "No, no, no."})
    void shortAnswersOfARealVoiceAreBelieved(String said) {
        assertThat(Invented.is(said, voice(440, 1))).isFalse();
    }

    @Test
    void thanksWithoutTheTimeToSayThemAreNot() {
        assertThat(Invented.is("Thank you.", voice(160, 1))).isTrue();
        assertThat(Invented.is("Thanks for watching!", voice(300, 1))).isTrue();
    }

    @Test
    void thanksForALongSoundAreNot() {
        assertThat(Invented.is("Thank you.", voice(3_000, 1))).isTrue();
    }

    @Test
    void thanksForALaughAreNot() {
        assertThat(Invented.is("Thank you.", voice(600, 5))).isTrue();
    }

    @Test
    void thanksForABreathOrATimeSignalAreNot() {
        assertThat(Invented.is("Thank you.", new Evidence(500, 1, 0.1, 0, 5))).isTrue();
        assertThat(Invented.is("Thank you.", new Evidence(500, 1, 0.1, 1, 0.2))).isTrue();
    }

    @Test
    void nobodySpeaksThatFast() {
        assertThat(Invented.is("I have a question about the moon and the tide.", voice(800, 1)))
                .isTrue();
        assertThat(Invented.is("I have a question about the moon and the tide.", voice(2_000, 1)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "six six six six six six six six",
                "I'm going to go. I'm going to go. I'm going to go. I'm going to go. I'm going to"
                        + " go. I'm going to go."
            })
    void whatRepeatsItselfIsMadeUp(String said) {
        assertThat(Invented.is(said, voice(9_000, 8))).isTrue();
    }

    @Test
    void captionsAreNotSaidOnTheTelephone() {
        assertThat(Invented.is("Subtitles by the Amara.org community", voice(3_000, 4))).isTrue();
    }
}
