package io.partyline.audio.delay;

import static io.partyline.audio.delay.Listening.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.audio.Tone;
import io.partyline.audio.delay.ProgramDelay.Phase;
import io.partyline.audio.delay.ProgramDelay.TakenBack;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramDelayTest {
    private static final Duration THREE = Duration.ofSeconds(3);
    private static final double VOICE = 137;

    /// Whole periods, after which it begins again.
    private static final double[] VOWEL =
            LongStream.range(0, Frames.RATE).mapToDouble(ProgramDelayTest::sung).toArray();

    /// A voice that holds one vowel: 137 Hz and its overtones.
    private static double vowel(long at) {
        return VOWEL[Math.floorMod(at, Frames.RATE)];
    }

    private static double sung(long at) {
        double phase = 2 * Math.PI * VOICE * at / Frames.RATE;
        return 0.2 * Math.sin(phase) + 0.1 * Math.sin(2 * phase) + 0.05 * Math.sin(3 * phase);
    }

    /// Words of 900 ms in which nothing repeats, with 400 ms of a quiet room between.
    private static double words(long at) {
        double noise = noise(at);
        return at % 62_400 < 43_200 ? 0.2 * noise : 0.000_3 * noise;
    }

    private static boolean isPause(long at) {
        return Math.floorMod(at, 62_400) >= 43_200;
    }

    /// From -1 to 1, always the same for a place.
    private static double noise(long at) {
        long mixed = (at + 77) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return (mixed >> 11) / (double) (1L << 52);
    }

    @Test
    void withoutADelayItIsTheProgramBitForBit() {
        var listening = new Listening(ProgramDelayTest::words, Duration.ZERO, THREE).pass(5);
        assertIsProgram(listening.heard(), 0);
    }

    /// Of long stretches; to be looked at one by one they would take as long as they last.
    private static void areAll(int each, int[] times) {
        assertThat(times).isNotEmpty();
        assertThat(Arrays.stream(times).filter(one -> one != each).count())
                .as("places not heard %d times", each)
                .isZero();
    }

    private static void areSilent(float[] samples) {
        assertThat(samples).isNotEmpty();
        int loud = 0;
        for (float sample : samples) {
            loud += sample == 0 ? 0 : 1;
        }
        assertThat(loud).as("samples that are heard").isZero();
    }

    private static void areNever(int each, int[] times) {
        assertThat(times).isNotEmpty();
        assertThat(Arrays.stream(times).filter(one -> one == each).count())
                .as("places heard %d times", each)
                .isZero();
    }

    private static void assertIsProgram(float[] heard, int late) {
        for (int i = late; i < heard.length; i++) {
            if (heard[i] != (float) words(i - late)) {
                assertThat(heard[i]).as("sample %d", i).isEqualTo((float) words(i - late));
            }
        }
    }

    @Test
    void itBeginsWithTheWholeDelayInSilenceAndIsTheProgramThenBitForBit() {
        var listening = new Listening(ProgramDelayTest::words, seconds(7), THREE).pass(20);
        float[] heard = listening.heard();
        int late = 7 * Frames.RATE;
        areSilent(Arrays.copyOf(heard, late));
        assertIsProgram(heard, late);
        assertThat(listening.places()[0]).isEqualTo(-late);
        assertThat(listening.delay.phase()).isEqualTo(Phase.STEADY);
        assertThat(listening.delay.safe()).isTrue();
    }

    @Test
    void everySampleSaysWhereItComesFrom() {
        var listening = new Listening(ProgramDelayTest::vowel, seconds(1), THREE).pass(5);
        listening.delay.aim(seconds(2));
        listening.pass(60);
        float[] heard = listening.heard();
        long[] places = listening.places();
        int wrong = 0;
        for (int i = Frames.RATE; i < heard.length; i++) {
            wrong += heard[i] == (float) vowel(places[i]) ? 0 : 1;
        }
        // Only where one sound fades into the other it is neither of the two.
        assertThat(wrong).isLessThan(heard.length / 10);
        assertThat(listening.late()).isCloseTo(2, within(0.003));
    }

    @Test
    void aDumpTakesBackExactlyItsSecondsAndNothingElse() {
        var listening = new Listening(ProgramDelayTest::words, seconds(7), THREE).pass(30);
        TakenBack taken = listening.dump();
        assertThat(taken).isEqualTo(new TakenBack(27 * 48_000, 30 * 48_000, 3 * 48_000));
        assertThat(listening.late()).isEqualTo(4);

        listening.pass(40);
        areAll(0, listening.times(taken.from(), taken.to()));
        areNever(0, listening.times(0, taken.from()));
        areNever(0, listening.times(taken.to(), 60L * 48_000));
    }

    @Test
    void nothingOfWhatWasDumpedIsInTheSoundEither() {
        var listening =
                new Listening(
                                at -> 0.2 * tone(at / Frames.RATE == 9 ? 2_000 : 500, at),
                                seconds(4),
                                Duration.ofSeconds(1))
                        .pass(10);
        listening.dump();
        float[] heard = listening.pass(12).heard();
        for (int at = 0; at + 4_800 <= heard.length; at += 480) {
            assertThat(Tone.amplitude(heard, at, at + 4_800, 2_000, Frames.RATE)).isLessThan(0.004);
        }
    }

    private static double tone(double frequency, long at) {
        return Math.sin(2 * Math.PI * frequency * at / Frames.RATE);
    }

    @Test
    void ofWhatListenersHaveHeardNothingCanBeTakenBack() {
        var listening = new Listening(ProgramDelayTest::words, seconds(2), THREE).pass(10);
        assertThat(listening.delay.safe()).isFalse();
        assertThat(listening.dump()).isEqualTo(new TakenBack(8 * 48_000, 10 * 48_000, 2 * 48_000));
        assertThat(listening.late()).isZero();
        assertThat(listening.dump().length()).isZero();
    }

    @Test
    void twoDumpsTakeBackTwiceAsMuch() {
        var listening = new Listening(ProgramDelayTest::words, seconds(7), THREE).pass(10);
        TakenBack first = listening.dump();
        TakenBack second = listening.dump();
        assertThat(first.length() + second.length()).isEqualTo(6L * 48_000);
        assertThat(second.from()).isEqualTo(4 * 48_000);
    }

    @Test
    void afterADumpTheDelayComesBackAndIsWhatItWas() {
        var listening = new Listening(ProgramDelayTest::words, seconds(7), THREE).pass(30);
        listening.dump();
        assertThat(listening.delay.phase()).isEqualTo(Phase.FILLING);
        listening.pass(60);
        assertThat(listening.late()).isCloseTo(7, within(0.003));
        assertThat(listening.delay.phase()).isEqualTo(Phase.STEADY);
    }

    @Test
    void timeIsWonInPausesFirst() {
        var listening = new Listening(ProgramDelayTest::words, Duration.ZERO, THREE).pass(10);
        listening.delay.aim(seconds(2));
        listening.pass(30);
        int[] times = listening.times(10L * 48_000, 35L * 48_000);
        long inPauses = again(times, true);
        long inWords = again(times, false);
        assertThat(inPauses).isGreaterThan(9 * inWords);
        assertThat(listening.late()).isCloseTo(2, within(0.003));
    }

    private static long again(int[] times, boolean pauses) {
        return LongStream.range(0, times.length)
                .filter(i -> isPause(10L * 48_000 + i) == pauses)
                .map(i -> times[(int) i] - 1)
                .sum();
    }

    @Test
    void noPauseLastsMoreThanTwiceAsLong() {
        var listening = new Listening(ProgramDelayTest::words, Duration.ZERO, THREE).pass(10);
        listening.delay.aim(seconds(20));
        listening.pass(30);
        assertThat(Arrays.stream(listening.times(10L * 48_000, 30L * 48_000)).max().orElseThrow())
                .isLessThanOrEqualTo(3);
        assertThat(longestPause(listening)).isLessThan(0.85);
    }

    private static double longestPause(Listening listening) {
        int longest = 0;
        int run = 0;
        for (float sample : listening.heard()) {
            run = Math.abs(sample) < 0.001 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest / (double) Frames.RATE;
    }

    @Test
    void timeIsLostInPausesAndSomethingIsLeftOfEach() {
        var listening = new Listening(ProgramDelayTest::words, seconds(4), THREE).pass(10);
        listening.delay.aim(seconds(1));
        assertThat(listening.delay.phase()).isEqualTo(Phase.DRAINING);
        listening.pass(30);
        assertThat(listening.late()).isCloseTo(1, within(0.003));
        for (long pause = 43_200; pause < 30L * 48_000; pause += 62_400) {
            int left = 0;
            for (int times : listening.times(pause, pause + 19_200)) {
                left += times;
            }
            assertThat(left).isGreaterThan(6_720);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void theVoiceKeepsItsPitchAndNothingClicks(int from) {
        var listening = new Listening(ProgramDelayTest::vowel, seconds(from), THREE).pass(5);
        listening.delay.aim(seconds(3 - from));
        listening.pass(130);
        assertThat(listening.late()).isCloseTo(3 - from, within(0.003));

        float[] heard = listening.heard();
        float[] later = Arrays.copyOfRange(heard, 4 * Frames.RATE, heard.length);
        double steepest =
                Tone.steepest(
                        new Listening(ProgramDelayTest::vowel, Duration.ZERO, THREE)
                                .pass(1)
                                .heard());
        assertThat(Tone.steepest(later)).isLessThan(1.1 * steepest);
        // A hundred periods of the lowest tone.
        int window = (int) Math.round(100 * Frames.RATE / VOICE);
        for (int at = 0; at + window <= later.length; at += window) {
            assertThat(Tone.amplitude(later, at, at + window, VOICE, Frames.RATE))
                    .isCloseTo(0.2, within(0.03));
        }
    }

    @Test
    void eightSecondsComeBackWithinFourAndAHalfMinutesWithoutOnePause() {
        var listening = new Listening(ProgramDelayTest::vowel, Duration.ZERO, THREE).pass(1);
        listening.delay.aim(seconds(8));
        listening.pass(270);
        assertThat(listening.late()).isCloseTo(8, within(0.01));
    }

    @Tag("ci")
    @Test
    void evenNoiseWithoutEndGivesTimeInTheEnd() {
        var listening = new Listening(at -> 0.2 * noise(at), Duration.ZERO, THREE).pass(1);
        listening.delay.aim(seconds(1));
        listening.pass(600);
        assertThat(listening.late()).isCloseTo(1, within(0.003));
    }

    @Test
    void aSilenceFillsItASecondASecond() {
        var listening = new Listening(_ -> 0, Duration.ZERO, THREE).pass(2);
        listening.delay.aim(seconds(7));
        listening.pass(8);
        assertThat(listening.late()).isCloseTo(7, within(0.003));
    }

    @Test
    void inAPanicEverythingUnheardGoesAndAJinglePlaysUntilThereIsADelayAgain() {
        var listening = new Listening(ProgramDelayTest::vowel, seconds(5), THREE).pass(20);
        TakenBack taken = listening.delay.panic();
        assertThat(taken).isEqualTo(new TakenBack(15 * 48_000, 20 * 48_000, 5 * 48_000));
        assertThat(listening.delay.phase()).isEqualTo(Phase.JINGLE);
        listening.pass(15);

        long[] places = listening.places();
        assertThat(Arrays.stream(places).filter(place -> place == Listening.JINGLE).count())
                .isEqualTo(5 * 48_000);
        areAll(0, listening.times(taken.from(), taken.to()));
        areAll(1, listening.times(taken.to(), 30L * 48_000));
        assertThat(listening.late()).isEqualTo(5);
        float[] heard = listening.heard();
        assertThat(heard[20 * 48_000 + 960]).isEqualTo(0.123f);
        assertThat(Tone.steepest(heard)).isLessThan(0.13);
    }

    @Test
    void aPanicWithoutADelayPlaysTheJingleForAsLongAsADumpAndComesBackToThePresent() {
        var listening = new Listening(ProgramDelayTest::words, Duration.ZERO, THREE).pass(10);
        assertThat(listening.delay.panic().length()).isZero();
        listening.pass(4);
        assertThat(listening.late()).isGreaterThan(2);
        listening.pass(60);
        assertThat(listening.late()).isCloseTo(0, within(0.003));
    }

    @Test
    void whatIsLeftWhenNothingComesInIsHeardToItsEndBitForBit() {
        var listening = new Listening(ProgramDelayTest::words, seconds(4), THREE).pass(10).end(1);
        assertThat(listening.delay.phase()).isEqualTo(Phase.ENDING);
        assertThat(listening.late()).isEqualTo(3);
        float[] heard = listening.end(6).heard();
        assertIsProgram(Arrays.copyOf(heard, 14 * Frames.RATE), 4 * Frames.RATE);
        areSilent(Arrays.copyOfRange(heard, 14 * Frames.RATE, heard.length));
        assertThat(listening.delay.phase()).isEqualTo(Phase.STEADY);
    }

    @Test
    void whatIsLeftIsNotStretchedThoughTheDelayIsTooShort() {
        var listening = new Listening(ProgramDelayTest::words, seconds(7), THREE).pass(10);
        TakenBack taken = listening.dump();
        listening.end(5);
        assertThat(listening.late()).isZero();
        areAll(1, listening.times(0, taken.from()));
    }

    @Test
    void theEndCanBeTakenBackAsLongAsItIsUnheard() {
        var listening = new Listening(ProgramDelayTest::words, seconds(5), THREE).pass(10).end(1);
        assertThat(listening.dump()).isEqualTo(new TakenBack(7 * 48_000, 10 * 48_000, 3 * 48_000));
        listening.end(5);
        areAll(0, listening.times(7 * 48_000, 10 * 48_000));
        areAll(1, listening.times(0, 7 * 48_000));
        assertThat(listening.dump().length()).isZero();
    }

    @Test
    void inAPanicBehindTheEndAllThatIsLeftGoesAndSilenceComes() {
        var listening = new Listening(ProgramDelayTest::vowel, seconds(5), THREE).pass(10).end(1);
        assertThat(listening.delay.panic().length()).isEqualTo(4 * 48_000);
        float[] heard = listening.end(3).heard();
        areSilent(Arrays.copyOfRange(heard, 11 * Frames.RATE + 240, heard.length));
        assertThat(Tone.steepest(heard)).isLessThan(0.05);
    }

    @Test
    void aJingleDoesNotOutlastTheProgram() {
        var listening = new Listening(ProgramDelayTest::vowel, seconds(5), THREE).pass(10);
        listening.delay.panic();
        listening.pass(2).end(3);
        assertThat(listening.late()).isLessThan(0.03);
        areAll(1, listening.times(10 * 48_000, 12 * 48_000 - 960));
    }

    @Test
    void whatFadesAwayIsOverWithinASecondAndClicksNowhere() {
        var listening = new Listening(ProgramDelayTest::vowel, seconds(8), THREE).pass(10).end(1);
        listening.delay.fadeAway();
        float[] heard = listening.end(1).heard();
        assertThat(listening.late()).isZero();
        assertThat(listening.delay.phase()).isEqualTo(Phase.STEADY);
        assertThat(listening.dump().length()).isZero();
        double off = 0;
        for (int at = 11 * Frames.RATE; at < heard.length; at++) {
            double part = (at - 11 * Frames.RATE) / (double) Frames.RATE;
            double now = vowel(at - 8L * Frames.RATE) * Math.cos(part * Math.PI / 2);
            off = Math.max(off, Math.abs(heard[at] - now));
        }
        assertThat(off).isLessThan(1e-5);
        float[] behind = listening.end(1).heard();
        areSilent(Arrays.copyOfRange(behind, heard.length, behind.length));
        assertThat(Tone.steepest(behind)).isLessThan(0.05);
    }

    @Test
    void aJingleFadesAwayToo() {
        var listening = new Listening(ProgramDelayTest::vowel, seconds(8), THREE).pass(10);
        listening.delay.panic();
        listening.pass(3).end(1);
        listening.delay.fadeAway();
        float[] heard = listening.end(1).heard();
        assertThat(listening.late()).isZero();
        assertThat(Math.abs(heard[heard.length - 1])).isLessThan(0.001f);
        float[] behind = listening.end(1).heard();
        areSilent(Arrays.copyOfRange(behind, heard.length, behind.length));
    }

    @Test
    void theNextProgramDoesNotFadeWithTheOneBefore() {
        var listening = new Listening(ProgramDelayTest::vowel, seconds(4), THREE).pass(6).end(1);
        listening.delay.fadeAway();
        listening.end(0.5);
        float[] heard = listening.pass(6).end(1).heard();
        assertThat(heard[heard.length - 1]).isEqualTo((float) vowel(9L * Frames.RATE - 1));
    }

    @Test
    void theNextProgramHasTheWholeDelayBeforeItAgain() {
        var listening = new Listening(ProgramDelayTest::words, seconds(4), THREE).pass(6).end(1.5);
        listening.pass(6);
        assertThat(listening.late()).isEqualTo(4);
        assertThat(listening.delay.safe()).isTrue();
        areAll(1, listening.times(0, 45 * 4_800));
        areAll(1, listening.times(6 * 48_000, 8 * 48_000));
        float[] heard = listening.heard();
        // A second and a half of the four had run out when the next began.
        float[] between = Arrays.copyOfRange(heard, 10 * Frames.RATE, 115 * Frames.RATE / 10);
        areSilent(between);
        assertThat(heard[12 * Frames.RATE]).isEqualTo((float) words(65L * Frames.RATE / 10));
    }

    @Tag("ci")
    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5, 6})
    void soItIsWithOtherSeeds(long seed) {
        whateverTheHostDoesEveryFrameComesOutAndNoneIsNoise(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whateverTheHostDoesEveryFrameComesOutAndNoneIsNoise(long seed) {
        var chance = new Random(seed);
        var listening = new Listening(ProgramDelayTest::words, seconds(chance.nextInt(9)), THREE);
        for (int i = 0; i < 60; i++) {
            switch (chance.nextInt(4)) {
                case 0 -> listening.delay.aim(seconds(40 * chance.nextDouble()));
                case 1 -> listening.dump();
                case 2 -> listening.delay.aim(Duration.ZERO);
                default -> {
                    if (chance.nextInt(4) == 0) {
                        listening.delay.panic();
                    }
                }
            }
            listening.pass(chance.nextDouble(4));
            assertThat(listening.late()).isBetween(0.0, 40.1);
        }
        double most = 0;
        for (float sample : listening.heard()) {
            most = Math.max(most, Math.abs(sample));
        }
        assertThat(most).isLessThan(0.4);
    }

    @Test
    void aDelayIsFromNothingToFortySeconds() {
        assertThatThrownBy(() -> new Listening(_ -> 0, seconds(40.1), THREE))
                .hasMessageContaining("0 to 40 s");
        var listening = new Listening(_ -> 0, seconds(40), THREE).pass(1);
        assertThatThrownBy(() -> listening.delay.aim(seconds(-1))).hasMessageContaining("0 to 40");
        assertThat(listening.late()).isEqualTo(40);
    }
}
