package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.KnownVoices;
import io.partyline.tts.EmbeddedVoice;
import org.junit.jupiter.api.Test;

/// The trying of the ears.
class RehearingTest {
    private final EmbeddedVoice voice = new EmbeddedVoice();

    @Test
    void theEarsOfARehearsalWriteDownWhatTheyAreTriedWith() {
        Finding tried = new Rehearing(RehearseCommand.recogniser(voice), voice).finding();

        assertThat(tried.state()).isEqualTo(Finding.State.OK);
        assertThat(tried.sentence())
                .startsWith("known voices heard \"One, two, three, four.\" in ");
    }

    @Test
    void earsThatWriteNothingDownAreToldSo() {
        Finding tried = new Rehearing(new KnownVoices(), voice).finding();

        assertThat(tried.state()).isEqualTo(Finding.State.NO);
        assertThat(tried.sentence())
                .isEqualTo("known voices wrote nothing down of what was said to it.");
    }
}
