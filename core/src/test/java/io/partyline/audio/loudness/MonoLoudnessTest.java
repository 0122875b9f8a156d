package io.partyline.audio.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.audio.Garbage;
import io.partyline.audio.Tone;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MonoLoudnessTest {
    private final MonoLoudness meter = new MonoLoudness();
    private final float[] frame = new float[Frames.SAMPLES];

    private void play(Tone tone, int seconds) {
        for (int i = 0; i < 50 * seconds; i++) {
            tone.read(frame);
            meter.write(frame);
        }
    }

    /// ITU-R BS.1770-4: a tone of 997 Hz at full scale in one channel.
    @Test
    void aToneAtFullScaleInOneChannelReadsAsTheStandardSays() {
        play(new Tone(997, 1), 10);
        assertThat(meter.reading().integrated()).isCloseTo(-3.01, within(0.01));
        assertThat(meter.reading().truePeak()).isCloseTo(0, within(0.1));
    }

    @Test
    void nothingHasBeenHeardAtFirst() {
        assertThat(meter.reading()).isEqualTo(Loudness.SILENCE);
        assertThat(meter.reading().heard()).isFalse();
    }

    @Test
    void anotherShowIsMeasuredByItself() {
        play(new Tone(1_000, 1), 5);
        meter.begin();
        assertThat(meter.reading()).isEqualTo(Loudness.SILENCE);
        play(new Tone(1_000, 0.1), 5);
        assertThat(meter.reading().integrated()).isCloseTo(-23, within(0.1));
        assertThat(meter.reading().truePeak()).isCloseTo(-20, within(0.1));
        assertThat(meter.reading().maxShortTerm()).isCloseTo(-23, within(0.1));
    }

    @Test
    void measuringAllocatesNothing() {
        var chance = new Random(3);
        for (int i = 0; i < Frames.SAMPLES; i++) {
            frame[i] = (float) chance.nextGaussian() * 0.1f;
        }
        Runnable minute =
                () -> {
                    for (int i = 0; i < 3_000; i++) {
                        meter.write(frame);
                    }
                };
        assertThat(Garbage.leastOf(minute)).isZero();
    }
}
