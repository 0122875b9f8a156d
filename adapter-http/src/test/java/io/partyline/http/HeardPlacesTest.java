package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.buffer.JitterBuffer;
import io.partyline.show.ShowId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a page is told of where it is heard.
class HeardPlacesTest {
    private static final ShowId SHOW = new ShowId("show-1");
    private static final ShowId NEXT = new ShowId("show-2");

    private final List<SeatMessage> told = new ArrayList<>();
    private boolean recorded = true;
    private final HeardPlaces places = new HeardPlaces(_ -> recorded, told::add);

    /// So many frames, of which the first is sample `sample` of the page.
    private void hear(ShowId show, int frame, int frames, double sample) {
        for (int i = 0; i < frames; i++) {
            places.take(show, at(frame + i), sample + (double) i * Frames.SAMPLES);
        }
    }

    private static long at(int frame) {
        return (long) frame * Frames.SAMPLES;
    }

    private static double sample(int frame) {
        return (double) frame * Frames.SAMPLES;
    }

    private static SeatMessage heard(ShowId show, int frame, double sample) {
        return new SeatMessage.Heard(show, at(frame), sample);
    }

    @Test
    void whileAllGoesWellItIsToldOnceASecond() {
        hear(SHOW, 10, 101, 0.5);
        assertThat(told)
                .containsExactly(
                        heard(SHOW, 10, 0.5),
                        heard(SHOW, 60, sample(50) + 0.5),
                        heard(SHOW, 110, sample(100) + 0.5));
    }

    @Test
    void bothSidesOfAJumpAreTold() {
        hear(SHOW, 0, 20, 0);
        hear(SHOW, 20, 5, sample(30));
        assertThat(told)
                .containsExactly(
                        heard(SHOW, 0, 0),
                        heard(SHOW, 19, sample(19)),
                        heard(SHOW, 20, sample(30)));
    }

    @Test
    void bothSidesOfASilenceAreTold() {
        hear(SHOW, 0, 20, 0);
        places.take(SHOW, at(20), JitterBuffer.NOTHING);
        places.take(SHOW, at(21), JitterBuffer.NOTHING);
        hear(SHOW, 22, 2, sample(20));
        assertThat(told)
                .containsExactly(
                        heard(SHOW, 0, 0),
                        heard(SHOW, 19, sample(19)),
                        heard(SHOW, 22, sample(20)));
    }

    @Test
    void aPauseOfTheRecordingEndsItAtTheLastFrameThatWasRecorded() {
        hear(SHOW, 0, 20, 0);
        recorded = false;
        hear(SHOW, 20, 200, sample(20));
        assertThat(told).containsExactly(heard(SHOW, 0, 0), heard(SHOW, 19, sample(19)));
    }

    @Test
    void anotherShowBeginsAtItsOwnPlace() {
        hear(SHOW, 1_000, 2, 0);
        hear(NEXT, 0, 2, sample(2));
        assertThat(told)
                .containsExactly(
                        heard(SHOW, 1_000, 0),
                        heard(SHOW, 1_001, sample(1)),
                        heard(NEXT, 0, sample(2)));
    }
}
