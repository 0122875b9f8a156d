package io.partyline.audio.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.audio.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 960, 1_000, 48_000})
    void aLoopOfAnyLengthGoesOnWithoutAGap(int length) {
        float[] samples = Reels.counted(length);
        var loop = new Loop(samples);
        var frame = new float[Frames.SAMPLES];
        for (int i = 0; i < 100; i++) {
            assertThat(loop.read(frame)).isTrue();
            for (int j = 0; j < Frames.SAMPLES; j++) {
                assertThat(frame[j]).isEqualTo(samples[(i * Frames.SAMPLES + j) % length]);
            }
        }
    }

    @Test
    void aLoopOfNothingIsNone() {
        assertThatThrownBy(() -> new Loop(new float[0])).hasMessageContaining("nothing");
    }
}
