package io.partyline.audio.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DuckerTest {
    private final Ducker ducker = new Ducker();
    private final float[] music = new float[Frames.SAMPLES];

    private double levelAfter(int frames, boolean speech) {
        for (int i = 0; i < frames; i++) {
            Arrays.fill(music, 1);
            ducker.apply(music, speech);
        }
        return Frames.decibels(music[Frames.SAMPLES - 1]);
    }

    @Test
    void musicWithoutSpeechIsLeftAlone() {
        assertThat(levelAfter(10, false)).isZero();
        assertThat(music).containsOnly(1);
    }

    @Test
    void speechLowersMusicByFourteenDecibelsInAHundredAndFiftyMilliseconds() {
        assertThat(levelAfter(7, true)).isGreaterThan(-13.9);
        assertThat(levelAfter(1, true)).isCloseTo(-14, within(1e-3));
        assertThat(levelAfter(500, true)).isCloseTo(-14, within(1e-3));
    }

    @Test
    void itStaysDownForHalfASecondAndIsUpAgainASecondLater() {
        levelAfter(20, true);

        assertThat(levelAfter(25, false)).isCloseTo(-14, within(1e-3));
        assertThat(levelAfter(25, false)).isCloseTo(-7, within(1e-2));
        assertThat(levelAfter(25, false)).isCloseTo(0, within(1e-3));
    }

    @Test
    void aPauseBetweenTwoWordsIsNotHeardInTheMusic() {
        levelAfter(20, true);
        for (int word = 0; word < 10; word++) {
            assertThat(levelAfter(24, false)).isCloseTo(-14, within(1e-3));
            assertThat(levelAfter(5, true)).isCloseTo(-14, within(1e-3));
        }
    }

    @Test
    void theLevelNeverSteps() {
        float last = 1;
        for (int i = 0; i < 200; i++) {
            Arrays.fill(music, 1);
            ducker.apply(music, i % 60 < 20);
            for (float sample : music) {
                assertThat(Math.abs(sample - last)).isLessThan(0.0003f);
                last = sample;
            }
        }
    }

    @Test
    void impossibleNumbersAreRefused() {
        var second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Ducker(-3, second, second, second))
                .hasMessageContaining("0 dB or more");
        assertThatThrownBy(() -> new Ducker(3, Duration.ZERO, second, second))
                .hasMessageContaining("20 ms or more");
    }
}
