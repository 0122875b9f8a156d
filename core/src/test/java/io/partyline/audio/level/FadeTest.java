package io.partyline.audio.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FadeTest {
    @Test
    void thePowerOfBothTogetherIsTheSameThroughout() {
        for (double part = 0; part <= 1; part += 0.01) {
            double power = Math.pow(Fade.coming(part), 2) + Math.pow(Fade.leaving(part), 2);
            assertThat(power).isCloseTo(1, within(1e-12));
        }
        assertThat(Frames.decibels(Fade.coming(0.5))).isCloseTo(-3.01, within(0.01));
    }

    @Test
    void afterItsTimeOnlyWhatCameIsLeft() {
        var fade = new Fade(Duration.ofSeconds(3));
        var old = new float[Frames.SAMPLES];
        Arrays.fill(old, 1);
        var fresh = new float[Frames.SAMPLES];
        for (int i = 0; i < 150; i++) {
            assertThat(fade.over()).isFalse();
            Arrays.fill(fresh, 0.5f);
            fade.mix(old, fresh);
        }
        assertThat(fade.over()).isTrue();

        Arrays.fill(fresh, 0.5f);
        fade.mix(old, fresh);
        assertThat(fresh).containsOnly(0.5f);
    }

    @Test
    void inTheMiddleBothAreThreeDecibelsDown() {
        var fade = new Fade(Duration.ofMillis(40));
        var old = new float[Frames.SAMPLES];
        Arrays.fill(old, 1);
        fade.mix(old, new float[Frames.SAMPLES]);
        var fresh = new float[Frames.SAMPLES];
        fade.mix(old, fresh);

        assertThat(fresh[0]).isCloseTo((float) Math.sqrt(0.5), within(1e-4f));
    }

    @Test
    void aFadeOfNoTimeIsRefused() {
        assertThatThrownBy(() -> new Fade(Duration.ZERO)).hasMessageContaining("takes some time");
    }
}
