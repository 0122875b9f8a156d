package io.partyline.audio.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.audio.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeckTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration FADE = Duration.ofSeconds(3);

    private final Deck deck = new Deck();
    private final float[] frame = new float[Frames.SAMPLES];
    private long mixed;

    private float[] play(Duration length) {
        int frames = (int) (length.toMillis() / Frames.MILLIS);
        var heard = new float[frames * Frames.SAMPLES];
        for (int i = 0; i < frames; i++) {
            deck.read(frame, mixed);
            System.arraycopy(frame, 0, heard, i * Frames.SAMPLES, Frames.SAMPLES);
            mixed += Frames.SAMPLES;
        }
        return heard;
    }

    @Test
    void theFirstTrackSoundsFromItsFirstSampleInTheNextFrame() {
        Reel reel = Reels.of(Reels.counted(5_000));
        assertThat(deck.play(reel, FADE)).isTrue();
        float[] heard = play(Duration.ofMillis(100));
        assertThat(heard).isEqualTo(Arrays.copyOf(Reels.counted(5_000), 4_800));
        assertThat(reel.begunAt()).isZero();
    }

    /// Two tones are told apart by their frequencies: their gains are measured in the sum, every
    /// tenth of a second.
    @ParameterizedTest
    @ValueSource(longs = {500, 3_000, 8_000})
    void aCrossfadeKeepsTheSquaresOfBothGainsAtOneWithinAHundredth(long millis) {
        Reel first = Reels.of(new Tone(500, 1).next(Frames.samplesOf(LONG)));
        Reel second = Reels.of(new Tone(1_300, 1).next(Frames.samplesOf(LONG)));
        deck.play(first, FADE);
        play(Duration.ofSeconds(1));
        deck.play(second, Duration.ofMillis(millis));
        float[] heard = play(Duration.ofMillis(millis + 1_000));
        int piece = Frames.RATE / 50;
        for (int at = 0; at + piece <= heard.length; at += piece) {
            double going = Tone.amplitude(heard, at, at + piece, 500, Frames.RATE);
            double coming = Tone.amplitude(heard, at, at + piece, 1_300, Frames.RATE);
            assertThat(going * going + coming * coming)
                    .as("at %d ms", at / 48)
                    .isCloseTo(1, within(0.01));
            double part = Math.min(1, (at + piece / 2.0) / (48.0 * millis));
            assertThat(coming).isCloseTo(Math.sin(part * Math.PI / 2), within(0.02));
        }
        assertThat(first.hasEnded()).isTrue();
        assertThat(first.endedAt() - second.begunAt()).isEqualTo(48 * millis);
    }

    @Test
    void aThirdTrackInMidFadeStartsFromTheSumWithoutAStep() {
        deck.play(Reels.of(new Tone(500, 1).next(Frames.samplesOf(LONG))), FADE);
        play(Duration.ofSeconds(1));
        deck.play(Reels.of(new Tone(1_300, 1).next(Frames.samplesOf(LONG))), FADE);
        play(Duration.ofMillis(1_300));
        deck.play(Reels.of(new Tone(2_100, 1).next(Frames.samplesOf(LONG))), FADE);
        float[] heard = play(Duration.ofSeconds(4));
        int piece = Frames.RATE / 50;
        for (int at = 0; at + piece <= heard.length; at += piece) {
            double sum = 0;
            for (double tone : new double[] {500, 1_300, 2_100}) {
                double gain = Tone.amplitude(heard, at, at + piece, tone, Frames.RATE);
                sum += gain * gain;
            }
            assertThat(sum).as("at %d ms", at / 48).isCloseTo(1, within(0.01));
        }
        assertThat(Tone.amplitude(heard, heard.length - 4_800, heard.length, 2_100, Frames.RATE))
                .isCloseTo(1, within(0.001));
    }

    /// With reels of constant sound any step of a gain would be a step of the sum.
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 20, 45, 149})
    void whateverIsPressedInMidFadeNothingSteps(int ticks) {
        var heard = new ArrayList<float[]>();
        for (int i = 0; i < 12; i++) {
            deck.play(Reels.constant(i % 2 == 0 ? 0.5f : 0.25f, LONG), FADE);
            heard.add(play(Duration.ofMillis(20L * ticks)));
        }
        deck.stop(Duration.ofSeconds(1));
        heard.add(play(Duration.ofMillis(1_100)));
        float[] all = joined(heard);
        double slope = Math.PI / 2 / Frames.SAMPLES;
        assertThat(Tone.steepest(Arrays.copyOfRange(all, 1, all.length))).isLessThan(slope * 0.6);
        assertThat(all[all.length - 1]).isZero();
    }

    private static float[] joined(List<float[]> parts) {
        var all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    @Test
    void howeverManyTracksArePressedTheLastOneIsLeft() {
        var reels = new ArrayList<Reel>();
        for (int i = 0; i < 20; i++) {
            Reel reel = Reels.constant(0.5f, LONG);
            reels.add(reel);
            assertThat(deck.play(reel, FADE)).isTrue();
        }
        float[] heard = play(Duration.ofSeconds(5));
        assertThat(heard[heard.length - 1]).isCloseTo(0.5f, within(1e-6f));
        assertThat(reels.subList(0, 19)).allMatch(Reel::hasEnded);
        assertThat(reels.getLast().hasEnded()).isFalse();
    }

    @Test
    void musicThatIsStoppedFadesAndTheNextBeginsAtOnce() {
        deck.play(Reels.constant(0.5f, LONG), FADE);
        play(Duration.ofSeconds(1));
        deck.stop(Duration.ofSeconds(1));
        float[] stopping = play(Duration.ofMillis(500));
        assertThat(stopping[stopping.length - 1])
                .isCloseTo((float) (0.5 * Math.cos(Math.PI / 4)), within(0.001f));
        float[] rest = play(Duration.ofMillis(600));
        assertThat(rest[rest.length - 1]).isZero();
        deck.play(Reels.constant(0.25f, LONG), FADE);
        assertThat(play(Duration.ofMillis(20))[0]).isEqualTo(0.25f);
    }

    @Test
    void theVolumeMovesWithinAFrameAndHoldsForAllThatSounds() {
        deck.play(Reels.constant(0.5f, LONG), FADE);
        play(Duration.ofMillis(100));
        deck.volume(0.5f);
        float[] heard = play(Duration.ofMillis(40));
        assertThat(Tone.steepest(heard)).isLessThan(0.5 / 900);
        assertThat(heard[heard.length - 1]).isEqualTo(0.25f);
    }

    @Test
    void aTrackThatIsOverIsSilenceAndSaysWhereItEnded() {
        Reel reel = Reels.constant(0.5f, Duration.ofMillis(100));
        deck.play(reel, FADE);
        float[] heard = play(Duration.ofMillis(200));
        assertThat(heard[4_799]).isEqualTo(0.5f);
        assertThat(heard[4_800]).isZero();
        assertThat(reel.endedAt()).isEqualTo(4_800);
    }

    @Test
    void aDeckThatNobodyTurnsTakesNoOrdersWithoutEnd() {
        int taken = 0;
        while (deck.stop(FADE)) {
            taken++;
        }
        assertThat(taken).isBetween(16, 1_000);
        play(Duration.ofMillis(20));
        assertThat(deck.stop(FADE)).isTrue();
    }
}
