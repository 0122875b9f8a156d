package io.partyline.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FramesTest {
    @Test
    void aFrameLastsTwentyMillisecondsAtBothRates() {
        assertThat(Frames.SAMPLES * 1_000 / Frames.RATE).isEqualTo(Frames.MILLIS);
        assertThat(Frames.PHONE_SAMPLES * 1_000 / Frames.PHONE_RATE).isEqualTo(Frames.MILLIS);
        assertThat(Frames.samplesOf(Duration.ofMillis(20))).isEqualTo(Frames.SAMPLES);
        assertThat(Frames.samplesOf(Duration.ofHours(3))).isEqualTo(3 * 3_600 * 48_000);
    }

    @Test
    void halfTheAmplitudeIsSixDecibelsLess() {
        assertThat(Frames.decibels(0.5)).isCloseTo(-6.0206, within(1e-4));
        assertThat(Frames.gain(-6.0206)).isCloseTo(0.5, within(1e-5));
        assertThat(Frames.decibels(0)).isEqualTo(Frames.SILENCE_DB);
    }

    @Test
    void theLevelOfASineIsThreeDecibelsUnderItsPeak() {
        float[] sine = new Tone(1_000, 1).next(Frames.SAMPLES);

        assertThat(Frames.decibels(Frames.rms(sine, sine.length))).isCloseTo(-3.0103, within(1e-4));
        assertThat(Frames.rms(sine, 0)).isZero();
    }

    @Test
    void thePeakOfAStretchIsFoundWhereverItIsAndWhatIsNoNumberIsAboveAll() {
        for (int place = 3; place < 18; place++) {
            var samples = new float[20];
            samples[0] = 1;
            samples[19] = 1;
            samples[place] = -0.5f;
            assertThat(Frames.peak(samples, 3, 18)).isEqualTo(0.5f);
            samples[place] = Float.NaN;
            assertThat(Frames.peak(samples, 3, 18)).isNaN();
        }
    }

    @Test
    void theSquaresOfAStretchAreAddedUp() {
        var samples = new float[Frames.SAMPLES];
        Arrays.fill(samples, 240, 480, -0.5f);
        assertThat(Frames.squares(samples, 240, 480)).isEqualTo(60);
        assertThat(Frames.squares(samples, 236, 244)).isEqualTo(1);
    }
}
