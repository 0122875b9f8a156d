package io.partyline.studio.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private final AtomicInteger fallen = new AtomicInteger();
    private final Silence silence = new Silence(fallen::incrementAndGet);

    private void hear(int fromFrame, int toFrame, boolean speaking) {
        for (int frame = fromFrame; frame < toFrame; frame++) {
            silence.hear((long) frame * Frames.SAMPLES, speaking);
        }
    }

    @Test
    void itFallsOnceAfterSomebodySpoke() {
        hear(0, 10, true);
        hear(10, 104, false);
        assertThat(fallen).hasValue(0);
        hear(104, 105, false);
        assertThat(fallen).hasValue(1);
        hear(105, 1_000, false);
        assertThat(fallen).hasValue(1);
        hear(1_000, 1_010, true);
        hear(1_010, 1_200, false);
        assertThat(fallen).hasValue(2);
    }

    @Test
    void itDoesNotFallWhileAnybodySpeaks() {
        hear(0, 200, true);
        hear(0, 290, false);
        assertThat(fallen).hasValue(0);
    }

    /// Each speaker's tape is emptied in its turn, so that one is a little behind the other.
    @Test
    void whoeverIsReportedLateTakesNothingBack() {
        hear(0, 100, true);
        hear(0, 60, true);
        hear(100, 194, false);
        assertThat(fallen).hasValue(0);
        hear(194, 195, false);
        assertThat(fallen).hasValue(1);
    }

    @Test
    void itDoesNotFallBeforeAnybodyHasSpoken() {
        hear(0, 1_000, false);
        assertThat(fallen).hasValue(0);
    }
}
