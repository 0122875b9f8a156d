package io.partyline.tts;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.SpeechSynthesizer;
import io.partyline.rehearsal.SpeechSynthesizerContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedVoiceTest extends SpeechSynthesizerContract {
    private static final EmbeddedVoice VOICE = new EmbeddedVoice();

    @Override
    protected SpeechSynthesizer synthesizer() {
        return VOICE;
    }

    @Test
    void speechIsAsLoudAsAWellSetMicrophone() {
        for (String voice : List.of("low", "bright", "gravel")) {
            double level = 20 * Math.log10(rms(sound("The quick brown fox jumps.", voice)));
            assertThat(level).as(voice).isBetween(-26.0, -17.0);
        }
    }

    @Test
    void theVoicesDifferInPace() {
        long brisk = sound("It was a long day on the river today.", "brisk").length;
        long deep = sound("It was a long day on the river today.", "deep").length;
        assertThat((double) deep / brisk).isGreaterThan(1.1);
    }
}
