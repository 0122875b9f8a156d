package io.partyline.audio.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.cast.TurnEnd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechCutterTest {
    private static final int MILLI = Frames.RATE / 1_000;

    /// Hears a voice wherever there is any sound.
    private record Simple() implements VoiceDetector {
        @Override
        public boolean hears(float[] frame) {
            return Math.abs(frame[0]) > 0.01f;
        }

        @Override
        public void pause() {}
    }

    private final List<SpokenPiece> trials = new ArrayList<>();
    private final List<SpokenPiece> pieces = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private boolean asked;
    private int wentOn;
    private String answer = "It is done.";
    private final SpeechCutter cutter =
            new SpeechCutter(
                    new Simple(),
                    new SpeechCutter.Taker() {
                        @Override
                        public void perhaps(SpokenPiece piece) {
                            trials.add(piece);
                            asked = true;
                        }

                        @Override
                        public void goesOn() {
                            wentOn++;
                        }

                        @Override
                        public void piece(SpokenPiece piece) {
                            pieces.add(piece);
                        }

                        @Override
                        public void over() {
                            ends.add(at + Frames.SAMPLES);
                        }
                    });
    private long at = 480_000;

    private void hear(int millis, double level) {
        for (int i = 0; i < millis / Frames.MILLIS; i++) {
            var frame = new float[Frames.SAMPLES];
            Arrays.fill(frame, (float) level);
            cutter.accept(frame, at);
            at += Frames.SAMPLES;
            if (asked) {
                asked = false;
                cutter.known(TurnEnd.after(answer));
            }
        }
    }

    private long millisBehind(long end, long voiceTo) {
        return (end - voiceTo) / MILLI;
    }

    @Test
    void aPieceIsOnTrialAfterAMomentOfSilence() {
        hear(1_000, 0);
        long from = at;
        hear(1_000, 0.2);
        long to = at;
        hear(20, 0);
        assertThat(trials).isEmpty();
        hear(20, 0);

        SpokenPiece trial = trials.getFirst();
        assertThat(trial.voiceFrom()).isEqualTo(from);
        assertThat(trial.voiceTo()).isEqualTo(to);
        assertThat(trial.from()).isEqualTo(from - 300L * MILLI);
        assertThat(trial.to()).isEqualTo(to + SpeechCutter.TRIAL.toMillis() * MILLI);
        assertThat(trial.voicedMs()).isEqualTo(1_000);
        assertThat(trial.bursts()).isEqualTo(1);
    }

    /// A recogniser is paid by the second, and words have gaps of 60 ms in them.
    @Test
    void whoeverGoesOnAgainAndAgainIsTriedLater() {
        for (int word = 1; word <= 20; word++) {
            hear(440, 0.2);
            hear(60, 0);
        }
        int before = trials.size();
        assertThat(before).isBetween(2, 10);
        hear(1_000, 0.2);
        hear(80, 0);
        assertThat(trials).as("too soon").hasSize(before);
        hear(20, 0);
        assertThat(trials).as("after a longer silence").hasSize(before + 1);
    }

    /// However often somebody stops for a moment, what is recognised in vain stays within bounds.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shortGapsCostAFewTimesWhatWasSaidAtMost(long seed) {
        var chance = new Random(seed);
        while (at < 480_000 + 12L * Frames.RATE) {
            hear(100 + 20 * chance.nextInt(20), 0.2);
            hear(20 * (1 + chance.nextInt(4)), 0);
        }
        long tried = trials.stream().mapToLong(piece -> piece.samples().length).sum();
        assertThat(tried).isLessThanOrEqualTo(3L * (at - 480_000));
    }

    @Test
    void aFinishedSentenceIsOverWithinHalfASecond() {
        hear(1_000, 0.2);
        long to = at;
        hear(3_000, 0);

        assertThat(ends).hasSize(1);
        assertThat(millisBehind(ends.getFirst(), to)).isBetween(400L, 500L);
        assertThat(pieces).isEmpty();
    }

    @Test
    void anOpenSentenceOutlastsAHesitationAndIsOneWithWhatFollows() {
        answer = "I went to the store and";
        hear(1_000, 0.2);
        hear(900, 0);
        assertThat(ends).isEmpty();
        answer = "I went to the store and I bought milk.";
        hear(1_000, 0.2);
        hear(2_000, 0);

        assertThat(ends).hasSize(1);
        assertThat(wentOn).isEqualTo(1);
        assertThat(trials.getLast().voicedMs()).isEqualTo(2_000);
        assertThat(trials.getLast().bursts()).isEqualTo(2);
    }

    @Test
    void withoutAWordFromTheRecogniserTheEndComesAfterAllHesitations() {
        answer = "";
        hear(1_000, 0.2);
        long to = at;
        for (int i = 0; i < 100; i++) {
            cutter.accept(new float[Frames.SAMPLES], at);
            at += Frames.SAMPLES;
        }

        assertThat(millisBehind(ends.getFirst(), to)).isBetween(1_200L, 1_220L);
    }

    @Test
    void aClickInThePauseIsNotTheSpeakerGoingOn() {
        hear(1_000, 0.2);
        long to = at;
        hear(240, 0);
        hear(40, 0.2);
        hear(1_000, 0);

        assertThat(wentOn).isZero();
        assertThat(millisBehind(ends.getFirst(), to)).isBetween(400L, 500L);
    }

    @Test
    void aClickIsNoBeginning() {
        hear(80, 0.2);
        hear(2_000, 0);
        hear(80, 0.2);
        hear(100, 0);
        long from = at;
        hear(500, 0.2);
        hear(1_000, 0);

        assertThat(trials).hasSize(1);
        assertThat(trials.getFirst().voiceFrom()).isEqualTo(from);
    }

    @Test
    void aLongSpeechIsCutAtItsQuietestMomentWithoutLosingASample() {
        hear(13_000, 0.2);
        hear(20, 0.02);
        long breath = at;
        hear(20_000, 0.2);
        hear(1_000, 0);

        assertThat(pieces.getFirst().to()).isEqualTo(breath);
        assertThat(pieces.get(1).from()).isEqualTo(breath);
        assertThat(trials.getLast().from()).isEqualTo(pieces.getLast().to());
        assertThat(ends).hasSize(1);
    }

    @Test
    void whoeverSpeaksForAMinuteHasSaidSomething() {
        hear(150_000, 0.2);

        assertThat(ends).hasSize(2);
    }

    @Test
    void aGapAndAnEndAreEnds() {
        hear(1_000, 0.2);
        at += 10L * Frames.RATE;
        hear(1_000, 0.2);
        cutter.flush();
        cutter.flush();

        assertThat(ends).hasSize(2);
        assertThat(pieces).hasSize(2);
        assertThat(pieces.getLast().voiceTo()).isEqualTo(at);
    }

    @Test
    void whatIsOnTrialAtTheEndIsNotSaidTwice() {
        hear(1_000, 0.2);
        hear(300, 0);
        cutter.flush();

        assertThat(trials).hasSize(1);
        assertThat(pieces).isEmpty();
        assertThat(ends).hasSize(1);
    }

    /// Whatever is said: no piece is longer than 15 s, no end without a piece, and nobody is cut
    /// off in a pause of up to 900 ms while their sentence is open.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aHundredSpeechesWithHesitationsAreAHundredSpeeches(long seed) {
        var chance = new Random(seed);
        for (int speech = 1; speech <= 100; speech++) {
            int parts = 1 + chance.nextInt(4);
            for (int part = 1; part <= parts; part++) {
                answer = part < parts ? "and then I" : "and then I went home.";
                hear(400 + chance.nextInt(4_000), 0.05 + 0.3 * chance.nextDouble());
                if (part < parts) {
                    hear(600 + chance.nextInt(300), 0);
                }
            }
            long to = at;
            hear(1_600, 0);
            assertThat(ends).hasSize(speech);
            assertThat(millisBehind(ends.getLast(), to)).isLessThanOrEqualTo(500);
            assertThat(pieces).allMatch(piece -> piece.samples().length <= 15 * Frames.RATE);
            assertThat(trials).allMatch(piece -> piece.samples().length <= 15 * Frames.RATE);
            pieces.clear();
            trials.clear();
        }
    }
}
