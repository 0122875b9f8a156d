package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.givimad.whisperjni.WhisperFullParams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the native library is given for a clip of speech, behind the wire to the child process.
class ClipTest {
    private static final String HINT = "Tony, Gladys, Partyline";

    private static short[] spoken(double seconds) {
        var samples = new short[(int) Math.round(seconds * Clip.RATE)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (1 + i % 1_000);
        }
        return samples;
    }

    private static Question asked(double seconds) throws IOException {
        var wire = new ByteArrayOutputStream();
        Question.about(new Clip(spoken(seconds)), false, "en", HINT)
                .write(new DataOutputStream(wire));
        return Question.read(new DataInputStream(new ByteArrayInputStream(wire.toByteArray())));
    }

    /// Whisper looks at 50 steps a second: those of the clip, and 128 for its end, but never fewer
    /// than 256, with which it repeats itself.
    @ParameterizedTest
    @CsvSource({"0.3, 256", "2, 256", "2.56, 256", "2.58, 257", "12, 728", "15, 878"})
    void theWindowIsAsLongAsTheClip(double seconds, int steps) throws IOException {
        WhisperFullParams params = WhisperMain.params(asked(seconds), 1);
        assertThat(params.audioCtx).isEqualTo(steps);
    }

    @Test
    void theWindowIsNeverLongerThanTheModels() {
        var clip = new Clip(spoken(30));
        assertThat(Question.about(clip, false, "en", "").window()).isEqualTo(1_500);
    }

    /// Whisper says nothing at all about a second or less.
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.8, 1.19})
    void aShortAnswerIsFollowedBySilence(double seconds) throws IOException {
        short[] spoken = spoken(seconds);
        float[] sound = asked(seconds).sound();
        assertThat(sound).hasSize(Clip.RATE * 12 / 10);
        for (int i = 0; i < sound.length; i++) {
            assertThat(sound[i]).isEqualTo(i < spoken.length ? spoken[i] / 32_768f : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.2, 2, 12, 15})
    void nothingIsAddedToALongerOne(double seconds) throws IOException {
        short[] spoken = spoken(seconds);
        float[] sound = asked(seconds).sound();
        assertThat(sound).hasSize(spoken.length);
        assertThat(sound[sound.length - 1]).isEqualTo(spoken[spoken.length - 1] / 32_768f);
    }

    /// The longest piece of speech there is has 15 seconds.
    @Test
    void nobodyAsksTheChildAboutHalfAMinute() {
        assertThatThrownBy(() -> asked(30))
                .isInstanceOf(IOException.class)
                .hasMessage("a clip has at most 240000 samples, not 480000");
    }

    @Test
    void whisperHearsEachClipForItself() throws IOException {
        WhisperFullParams params = WhisperMain.params(asked(2), 3);
        assertThat(params.nThreads).isEqualTo(3);
        assertThat(params.noContext).isTrue();
        assertThat(params.singleSegment).isTrue();
        assertThat(params.noTimestamps).isTrue();
        assertThat(params.temperatureInc).isZero();
        assertThat(params.language).isEqualTo("en");
        assertThat(params.initialPrompt).isEqualTo(HINT);
    }

    @Test
    void theSamplesAreThoseOfTheClip() {
        short[] spoken = spoken(3);
        assertThat(new Clip(spoken).samples()).isEqualTo(spoken);
        assertThat(new Clip(Arrays.copyOf(spoken, 100)).seconds()).isEqualTo(1.2);
    }
}
