package io.partyline.audio.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.audio.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtteranceCutterTest {
    private static final int SECOND = Frames.RATE;

    private static final class Utterance {
        private final float[] samples;
        private final long from;

        private Utterance(float[] samples, long from) {
            this.samples = samples;
            this.from = from;
        }

        private long to() {
            return from + samples.length;
        }
    }

    private final List<Utterance> said = new ArrayList<>();
    private final UtteranceCutter cutter =
            new UtteranceCutter((samples, from) -> said.add(new Utterance(samples, from)));
    private final Tone voice = new Tone(180, 1);
    private final float[] frame = new float[Frames.SAMPLES];
    private long at = 480_000;

    private void hear(int millis, double level) {
        for (int i = 0; i < millis / Frames.MILLIS; i++) {
            for (int s = 0; s < Frames.SAMPLES; s++) {
                frame[s] = (float) level * voice.next();
            }
            cutter.accept(frame, at);
            at += Frames.SAMPLES;
        }
    }

    @Test
    void anUtteranceBeginsThreeHundredMillisecondsBeforeTheVoiceAndEndsWithThePause() {
        hear(2_000, 0.0001);
        long voiceFrom = at;
        hear(1_000, 0.2);
        long voiceTo = at;
        assertThat(cutter.speaking()).isTrue();
        hear(2_000, 0.0001);

        assertThat(said).hasSize(1);
        assertThat(said.getFirst().from).isEqualTo(voiceFrom - SECOND * 3 / 10);
        assertThat(said.getFirst().to()).isEqualTo(voiceTo + SECOND * 6 / 10);
        assertThat(cutter.speaking()).isFalse();
    }

    @Test
    void theSoundIsThatOfThePlaceItNames() {
        hear(1_000, 0.0001);
        long voiceFrom = at;
        hear(1_000, 0.2);
        hear(1_000, 0.0001);

        Utterance utterance = said.getFirst();
        int start = (int) (voiceFrom - utterance.from);
        for (int i = 0; i < SECOND; i++) {
            double expected = 0.2 * Math.sin(2 * Math.PI * 180 * (SECOND + i) / SECOND);
            assertThat((double) utterance.samples[start + i]).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void aLongSpeechIsCutWithoutLosingASample() {
        hear(1_000, 0.0001);
        hear(40_000, 0.2);
        hear(1_000, 0.0001);

        assertThat(said).hasSizeBetween(3, 4);
        for (int i = 0; i < said.size(); i++) {
            assertThat(said.get(i).samples.length).isLessThanOrEqualTo(15 * SECOND);
            if (i > 0) {
                assertThat(said.get(i).from).isEqualTo(said.get(i - 1).to());
            }
        }
    }

    @Test
    void aLongSpeechIsCutAtItsQuietestMomentOfLate() {
        hear(1_000, 0.0001);
        hear(13_000, 0.2);
        hear(20, 0.001);
        long breath = at;
        hear(5_000, 0.2);

        assertThat(said.getFirst().to()).isEqualTo(breath);
    }

    @Test
    void aGapEndsAnUtterance() {
        hear(1_000, 0.2);
        long gap = at;
        at += 10 * SECOND;
        hear(1_000, 0.2);
        cutter.flush();

        assertThat(said).hasSize(2);
        assertThat(said.get(0).to()).isEqualTo(gap);
        assertThat(said.get(1).from).isEqualTo(gap + 10 * SECOND);
    }

    @Test
    void afterAFlushSilenceIsNotHandedOver() {
        hear(1_000, 0.2);
        cutter.flush();
        hear(5_000, 0.0001);
        cutter.flush();

        assertThat(said).hasSize(1);
    }

    @Test
    void aSoundOfLessThanThreeHundredMillisecondsIsNothing() {
        hear(240, 0.2);
        assertThat(cutter.speaking()).isTrue();
        cutter.flush();

        assertThat(said).isEmpty();
    }

    /// Whatever is said: utterances are in order, do not overlap, and are from 0.3 to 15 s long.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void utterancesAreInOrderAndOfTheRightLength(long seed) {
        var chance = new Random(seed);
        for (int i = 0; i < 60; i++) {
            hear(chance.nextInt(6_000), 0.05 + 0.3 * chance.nextDouble());
            hear(chance.nextInt(1_500), 0.0005 * chance.nextDouble());
            at += chance.nextInt(10) == 0 ? Frames.SAMPLES * (long) chance.nextInt(100) : 0;
        }
        cutter.flush();

        assertThat(said).hasSizeGreaterThan(10);
        long last = 0;
        for (Utterance utterance : said) {
            assertThat(utterance.from).isGreaterThanOrEqualTo(last);
            assertThat(utterance.samples.length).isBetween(SECOND * 3 / 10, 15 * SECOND);
            last = utterance.to();
        }
    }
}
