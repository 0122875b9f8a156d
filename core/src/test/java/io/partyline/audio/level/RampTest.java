package io.partyline.audio.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RampTest {
    private final float[] frame = new float[Frames.SAMPLES];

    @Test
    void aGainGoesOverInAStraightLineAndIsThereAtTheLastSample() {
        Arrays.fill(frame, 1);
        Ramp.apply(frame, 0.25f, 1);
        assertThat(frame[0]).isCloseTo(0.25f + 0.75f / Frames.SAMPLES, within(1e-6f));
        assertThat(frame[Frames.SAMPLES / 2 - 1]).isCloseTo(0.625f, within(1e-6f));
        assertThat(frame[Frames.SAMPLES - 1]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void aStretchChangesByItself() {
        Arrays.fill(frame, 1);
        Ramp.apply(frame, 240, 240, 1, 0);
        assertThat(frame[239]).isEqualTo(1);
        assertThat(frame[240]).isCloseTo(1 - 1f / 240, within(1e-6f));
        assertThat(frame[479]).isCloseTo(0, within(1e-6f));
        assertThat(frame[480]).isEqualTo(1);
    }

    @Test
    void whatIsAddedComesOnTopOfWhatIsThereAndNoFurtherThanAsked() {
        Arrays.fill(frame, 0.5f);
        var coming = new float[Frames.SAMPLES];
        Arrays.fill(coming, 1);
        Ramp.add(frame, coming, 720, 0, 1);
        assertThat(frame[359]).isCloseTo(1, within(1e-6f));
        assertThat(frame[719]).isCloseTo(1.5f, within(1e-6f));
        assertThat(frame[720]).isEqualTo(0.5f);
    }
}
