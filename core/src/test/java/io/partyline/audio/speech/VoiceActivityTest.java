package io.partyline.audio.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.Tone;
import io.partyline.audio.speech.VoiceActivity.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VoiceActivityTest {
    private final VoiceActivity activity = new VoiceActivity();
    private final Random chance = new Random(1);
    private final Tone voice = new Tone(180, 1);

    /// Line noise, and a voice on it, both in dB.
    private List<Change> hear(int millis, double noiseDb, double voiceDb) {
        var changes = new ArrayList<Change>();
        var frame = new float[Frames.SAMPLES];
        for (int i = 0; i < millis / Frames.MILLIS; i++) {
            for (int s = 0; s < Frames.SAMPLES; s++) {
                double noise = chance.nextGaussian() * Frames.gain(noiseDb);
                frame[s] = (float) (noise + voice.next() * Math.sqrt(2) * Frames.gain(voiceDb));
            }
            changes.add(activity.accept(frame));
        }
        return changes;
    }

    private List<Change> noise(int millis, double noiseDb) {
        return hear(millis, noiseDb, -200);
    }

    @Test
    void aQuietLineIsNobody() {
        assertThat(noise(10_000, -58)).containsOnly(Change.SILENCE);
        assertThat(activity.speaking()).isFalse();
    }

    @Test
    void aHundredMillisecondsOfVoiceAreAStart() {
        noise(1_000, -65);

        assertThat(hear(100, -65, -25))
                .containsExactly(
                        Change.SILENCE,
                        Change.SILENCE,
                        Change.SILENCE,
                        Change.SILENCE,
                        Change.STARTED);
        assertThat(activity.speaking()).isTrue();
        assertThat(activity.voicedMs()).isEqualTo(100);
    }

    @Test
    void aClickOfEightyMillisecondsIsNot() {
        noise(1_000, -65);

        assertThat(hear(80, -65, -10)).containsOnly(Change.SILENCE);
        assertThat(noise(1_000, -65)).containsOnly(Change.SILENCE);
    }

    @Test
    void sixHundredMillisecondsWithoutVoiceAreAnEndAndLessAreNot() {
        noise(1_000, -65);
        hear(1_000, -65, -25);

        assertThat(noise(580, -65)).containsOnly(Change.SPEECH);
        assertThat(hear(200, -65, -25)).containsOnly(Change.SPEECH);
        List<Change> pause = noise(600, -65);
        assertThat(pause.subList(0, 29)).containsOnly(Change.SPEECH);
        assertThat(pause.get(29)).isEqualTo(Change.ENDED);
        assertThat(activity.voicedMs()).isZero();
    }

    @Test
    void theSoftEndOfAWordBelongsToIt() {
        noise(5_000, -50);
        assertThat(hear(1_000, -50, -42.5)).containsOnly(Change.SILENCE);
        noise(1_000, -50);
        hear(200, -50, -25);
        hear(200, -50, -42.5);

        assertThat(activity.voicedMs()).isEqualTo(400);
    }

    @Test
    void aHummingLineIsNotTakenForATalkerForLong() {
        assertThat(noise(5_000, -45)).contains(Change.ENDED);
        assertThat(noise(60_000, -45)).containsOnly(Change.SILENCE);

        assertThat(hear(500, -45, -20)).contains(Change.STARTED);
    }

    @Test
    void aGapInAHummingLineDoesNotMakeItATalkerAgain() {
        noise(10_000, -45);
        noise(400, -150);

        assertThat(noise(10_000, -45)).containsOnly(Change.SILENCE);
    }

    @Test
    void aLongSpeechWithoutAPauseStaysSpeech() {
        noise(1_000, -65);
        hear(100, -65, -25);

        assertThat(hear(60_000, -65, -25)).containsOnly(Change.SPEECH);
    }

    @Test
    void afterAPauseOfTheLineNobodyIsSpeaking() {
        hear(1_000, -65, -25);
        activity.pause();

        assertThat(activity.speaking()).isFalse();
        assertThat(hear(100, -65, -25)).endsWith(Change.STARTED);
    }
}
