package io.partyline.studio.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import org.junit.jupiter.api.Test;

class TalkingTest {
    private final Talking talking = new Talking();

    private void hear(int frame, int voicedMs) {
        talking.hear((long) frame * Frames.SAMPLES, voicedMs);
    }

    @Test
    void nobodyTalksAtFirst() {
        assertThat(talking.now()).isFalse();
    }

    @Test
    void aClickIsNoTalk() {
        hear(1, 80);
        assertThat(talking.now()).isFalse();
    }

    @Test
    void aPauseBetweenTwoWordsEndsNoTalk() {
        hear(5, 100);
        hear(19, 0);
        assertThat(talking.now()).isTrue();
        hear(20, 0);
        assertThat(talking.now()).isFalse();
    }

    /// Each speaker's tape is emptied in its turn, so that one is a little behind the other.
    @Test
    void whoeverIsReportedLateTakesNothingBack() {
        hear(50, 200);
        hear(30, 200);
        hear(64, 0);
        assertThat(talking.now()).isTrue();
        hear(65, 0);
        assertThat(talking.now()).isFalse();
        hear(51, 0);
        assertThat(talking.now()).isFalse();
    }

    @Test
    void itGoesByWhoeverTalks() {
        hear(50, 0);
        hear(49, 200);
        assertThat(talking.now()).isTrue();
    }
}
