package io.partyline.audio.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.audio.Tone;
import org.junit.jupiter.api.Test;

class MeterTest {
    private final Meter meter = new Meter();

    @Test
    void aSineReadsItsPeakAndItsRootMeanSquare() {
        meter.measure(new Tone(1_000, 0.5).next(Frames.SAMPLES));

        assertThat(meter.peak()).isCloseTo(0.5f, within(1e-6f));
        assertThat(meter.rms()).isCloseTo(0.35355f, within(1e-5f));
    }

    @Test
    void thePeakFallsTwentyDecibelsInAboutSeventeenTenths() {
        var frame = new float[Frames.SAMPLES];
        frame[959] = -1;
        meter.measure(frame);
        frame[959] = 0;
        for (int i = 0; i < 85; i++) {
            meter.measure(frame);
        }

        assertThat(Frames.decibels(meter.peak())).isCloseTo(-20, within(0.3));
        assertThat(meter.rms()).isZero();
    }

    @Test
    void whatIsNoNumberIsNoSoundAndLeavesTheMeterUsable() {
        var frame = new float[Frames.SAMPLES];
        frame[100] = Float.NaN;
        assertThat(meter.measure(frame)).isFalse();
        frame[100] = Float.NEGATIVE_INFINITY;
        assertThat(meter.measure(frame)).isFalse();
        assertThat(meter.peak()).isZero();

        assertThat(meter.measure(new Tone(1_000, 0.5).next(Frames.SAMPLES))).isTrue();
        assertThat(meter.peak()).isCloseTo(0.5f, within(1e-6f));
    }
}
