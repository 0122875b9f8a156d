package io.partyline.audio.chain;

import static io.partyline.audio.chain.Listened.level;
import static io.partyline.audio.chain.Listened.loudness;
import static io.partyline.audio.chain.Listened.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.Garbage;
import io.partyline.audio.Tone;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a caller's voice, measured.
class VoiceChainTest {
    private static final Knobs ALL = new Knobs(true, true, true, true, true, 0);
    private static final Knobs HIGH_PASS = new Knobs(true, false, false, false, false, 0);
    private static final Knobs AUTO_GAIN = new Knobs(false, true, false, false, false, 0);
    private static final Knobs EXPANDER = new Knobs(false, false, true, false, false, 0);
    private static final Knobs LIMITER = new Knobs(false, false, false, true, false, 0);
    private static final Knobs DUCKING = new Knobs(false, false, false, false, true, 0);

    private static Knobs trim(double db) {
        return new Knobs(false, false, false, false, false, db);
    }

    private static Listened of(FrameSource caller, Knobs knobs) {
        var listened = new Listened(caller, 6);
        listened.chain.set(knobs);
        return listened;
    }

    private static FrameSource noise(double level, long seed) {
        var chance = new Random(seed);
        double gain = Frames.gain(level);
        return frame -> {
            for (int i = 0; i < Frames.SAMPLES; i++) {
                frame[i] = (float) (gain * chance.nextGaussian());
            }
            return true;
        };
    }

    private static float[] heard(FrameSource source, double seconds) {
        return of(source, Knobs.DRY).listen(seconds);
    }

    @Test
    void aVoiceAsItComesIsNotTouched() {
        var listened = of(new Chatter(1, -10), Knobs.DRY).host(new Chatter(2, -10));
        var plain = new Chatter(1, -10);
        var frame = new float[Frames.SAMPLES];
        for (int i = 0; i < 100; i++) {
            plain.read(frame);
            assertThat(listened.listen(0.02)).isEqualTo(frame);
        }
    }

    @Tag("ci")
    @ParameterizedTest
    @ValueSource(doubles = {-14, -4, 2})
    void soIsEveryoneBetween(double level) {
        everyCallerIsAsLoudAsTheHostWithinTwoLoudnessUnits(level);
    }

    /// From far too quiet to far too loud, as far as 18 dB up and 12 dB down reach.
    @ParameterizedTest
    @ValueSource(doubles = {-22, 6})
    void everyCallerIsAsLoudAsTheHostWithinTwoLoudnessUnits(double level) {
        var listened = of(new Chatter(7, level), AUTO_GAIN).host(new Chatter(8, -6));
        listened.listen(10);
        double host = loudness(heard(new Chatter(9, -6), 30));
        assertThat(loudness(listened.listen(30))).isCloseTo(host, within(2.0));
    }

    @Test
    void aCallerIsAsLoudAsAHostUsuallyIsWhoHasNotSaidAnything() {
        var listened = of(new Chatter(7, -18), AUTO_GAIN);
        listened.listen(10);
        assertThat(loudness(listened.listen(30))).isCloseTo(-20, within(2.5));
    }

    @Test
    void theGainStaysWithinItsReach() {
        var quiet = of(new Chatter(3, -27), AUTO_GAIN).host(new Chatter(4, -3));
        quiet.listen(30);
        assertThat(loudness(quiet.listen(30)) - loudness(heard(new Chatter(3, -27), 60)))
                .isBetween(16.0, 18.5);
        var loud = of(new Chatter(3, 8), AUTO_GAIN).host(new Chatter(4, -24));
        loud.listen(5);
        assertThat(loudness(loud.listen(30)) - loudness(heard(new Chatter(3, 8), 35)))
                .isBetween(-12.5, -10.0);
    }

    /// Else the noise of the line would swell up in every pause.
    @Test
    void theGainStaysAsItIsWhileTheCallerSaysNothing() {
        var says = new Chatter[] {new Chatter(5, -20)};
        FrameSource pause = noise(-62, 5);
        boolean[] silent = {false};
        var listened =
                of(frame -> silent[0] ? pause.read(frame) : says[0].read(frame), AUTO_GAIN)
                        .host(new Chatter(6, -6));
        listened.listen(10);
        silent[0] = true;
        double first = level(listened.listen(1));
        listened.listen(60);
        assertThat(level(listened.listen(1))).isCloseTo(first, within(0.3));
    }

    @Test
    void humAndRumbleAreTakenAwayAndTheVoiceIsNot() {
        assertThat(throughHighPass(50)).isLessThan(-24);
        assertThat(throughHighPass(60)).isLessThan(-20);
        assertThat(throughHighPass(120)).isCloseTo(-3, within(0.2));
        assertThat(throughHighPass(300)).isCloseTo(0, within(0.1));
        assertThat(throughHighPass(1_000)).isCloseTo(0, within(0.05));
    }

    private static double throughHighPass(double frequency) {
        var listened = of(new Tone(frequency, 0.25), HIGH_PASS);
        listened.listen(0.5);
        float[] out = listened.listen(1);
        return Frames.decibels(Tone.amplitude(out, 0, out.length, frequency, Frames.RATE) / 0.25);
    }

    @Test
    void anOpenLineIsNeverSilent() {
        var listened = of(Listened::nothing, EXPANDER);
        listened.listen(1);
        assertThat(level(listened.listen(5))).isCloseTo(-60, within(0.5));
    }

    @Test
    void theNoiseOfALineIsLoweredAndASoftWordIsNot() {
        // What is left is little more than the faint rush that takes its place.
        assertThat(throughExpander(-56)).isBetween(-5.0, -3.0);
        assertThat(throughExpander(-50)).isBetween(-5.0, -2.0);
        assertThat(throughExpander(-40)).isCloseTo(0, within(0.1));
        assertThat(throughExpander(-20)).isCloseTo(0, within(0.05));
    }

    private static double throughExpander(double level) {
        var listened = of(noise(level, 4), EXPANDER);
        listened.listen(1);
        return level(listened.listen(2)) - level;
    }

    @Test
    void theFirstSyllableAfterAPauseIsWhole() {
        var tone = new Tone(800, 0.2);
        boolean[] speaks = {false};
        var listened =
                of(frame -> speaks[0] ? tone.read(frame) : Listened.nothing(frame), EXPANDER);
        listened.listen(1);
        speaks[0] = true;
        float[] word = listened.listen(0.02);
        assertThat(level(part(word, 0.005, 0.02))).isCloseTo(-17, within(0.3));
    }

    @Test
    void noPeakGetsBeyondItsCeilingAndNothingIsLate() {
        double ceiling = Frames.gain(-6) + 1e-6;
        for (double level : new double[] {-12, -3, 0, 6, 12}) {
            float[] out = of(new Chatter(11, level), LIMITER).listen(10);
            for (float sample : out) {
                assertThat(Math.abs((double) sample)).isLessThanOrEqualTo(ceiling);
            }
        }
        float[] quiet = of(new Chatter(11, -14), LIMITER).listen(2);
        assertThat(quiet).isEqualTo(heard(new Chatter(11, -14), 2));
    }

    @Test
    void aLoudToneStaysATone() {
        var listened = of(new Tone(500, 1), LIMITER);
        listened.listen(1);
        float[] out = listened.listen(1);
        double tone = Tone.amplitude(out, 0, out.length, 500, Frames.RATE);
        double rest = Tone.residue(out, 0, out.length, 500, Frames.RATE);
        assertThat(Frames.decibels(tone)).isCloseTo(-6, within(0.3));
        assertThat(rest / tone).isLessThan(0.01);
    }

    @Test
    void theCallerGivesWayToTheHostAtOnceAndComesBackInTime() {
        var listened = of(new Tone(1_000, 0.2), DUCKING);
        double full = level(listened.listen(0.5));
        float[] down = listened.host(new Tone(300, 0.2)).listen(1);
        assertThat(level(part(down, 0.02, 1)) - full).isCloseTo(-6, within(0.1));
        float[] up = listened.host(Listened::nothing).listen(1);
        assertThat(level(part(up, 0, 0.1)) - full).isCloseTo(-6, within(0.2));
        assertThat(level(part(up, 0.42, 1)) - full).isCloseTo(0, within(0.1));
    }

    @Test
    void atADepthOfNothingBothAreHeardAlike() {
        var listened = new Listened(new Tone(1_000, 0.2), 0);
        listened.chain.set(DUCKING);
        double full = level(listened.listen(0.5));
        assertThat(level(listened.host(new Tone(300, 0.2)).listen(1)))
                .isCloseTo(full, within(0.01));
    }

    /// What the host says to one caller alone is no reason for the others to be lower.
    @Test
    void nobodyGivesWayToAHostWhomNobodyHears() {
        var host = new HostVoice();
        var chain = new VoiceChain(host, new AutomaticGain(host), 6, 0);
        chain.set(DUCKING);
        var said = new Tone(300, 0.2).next(Frames.SAMPLES);
        var tone = new Tone(1_000, 0.2);
        var frame = new float[Frames.SAMPLES];
        for (int i = 0; i < 50; i++) {
            host.hear(said, false);
            tone.read(frame);
            chain.work(frame);
        }
        assertThat(Frames.decibels(Frames.rms(frame, Frames.SAMPLES))).isCloseTo(-17, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-18, -3, 0, 6, 18})
    void aHandRaisesAVoiceByExactlyWhatItSays(double db) {
        var listened = of(new Tone(1_000, 0.05), Knobs.DRY);
        double before = level(listened.listen(1));
        listened.chain.set(trim(db));
        listened.listen(0.02);
        assertThat(level(listened.listen(1)) - before).isCloseTo(db, within(0.01));
    }

    static Stream<List<Knobs>> switches() {
        return Stream.of(
                List.of(Knobs.DRY, HIGH_PASS),
                List.of(Knobs.DRY, AUTO_GAIN),
                List.of(Knobs.DRY, EXPANDER),
                List.of(Knobs.DRY, LIMITER),
                List.of(Knobs.DRY, DUCKING),
                List.of(Knobs.DRY, ALL),
                List.of(Knobs.DRY, trim(-18)),
                List.of(trim(-18), trim(0)),
                List.of(ALL, trim(-6)));
    }

    /// A tone of so much is so steep where it is steepest; a gain that goes over in a frame adds a
    /// little to that, and a step would add all of it.
    @ParameterizedTest
    @MethodSource("switches")
    void switchingIsNeverAStep(List<Knobs> knobs) {
        double frequency = 400;
        double amplitude = 0.25;
        var listened = of(new Tone(frequency, amplitude), knobs.getFirst());
        listened.host(new Tone(300, 0.2)).listen(2);
        double steepest = 0;
        double highest = amplitude;
        for (int i = 0; i < 20; i++) {
            listened.chain.set(knobs.get((i + 1) % 2));
            float[] out = listened.listen(0.3);
            steepest = Math.max(steepest, Tone.steepest(out));
            for (float sample : out) {
                highest = Math.max(highest, Math.abs(sample));
            }
        }
        double tone = 2 * Math.PI * frequency / Frames.RATE * highest;
        double ramp = highest / (Frames.SAMPLES / 4.0);
        assertThat(steepest).isLessThan(1.05 * (tone + ramp));
    }

    @Test
    void nothingOfItAllocates() {
        var host = new HostVoice();
        var chain = new VoiceChain(host, new AutomaticGain(host), 6, 3);
        float[][] says = new float[500][Frames.SAMPLES];
        var talk = new Chatter(1, 3);
        for (float[] frame : says) {
            talk.read(frame);
        }
        var frame = new float[Frames.SAMPLES];
        Knobs[] settings = {ALL, Knobs.DRY, HIGH_PASS, EXPANDER, LIMITER, trim(5)};
        Runnable dialogue =
                () -> {
                    for (int i = 0; i < 6_000; i++) {
                        chain.set(settings[i / 50 % settings.length]);
                        host.hear(says[i % 500], true);
                        System.arraycopy(says[(i + 250) % 500], 0, frame, 0, Frames.SAMPLES);
                        chain.work(frame);
                    }
                };
        assertThat(Garbage.leastOf(dialogue)).isZero();
    }
}
