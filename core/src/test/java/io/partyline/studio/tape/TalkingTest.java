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

    @Test
    void itGoesByWhoeverTalks() {
        hear(50, 0);
        hear(49, 200);
        assertThat(talking.now()).isTrue();
    }
}
