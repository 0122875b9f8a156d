package io.partyline.audio.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.audio.Tone;
import io.partyline.audio.rate.Resampler;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimiterTest {
    private static final double CEILING = Math.pow(10, -1 / 20.0);

    private static float[] limit(float[] in) {
        return limited(new Limiter(), in);
    }

    private static float[] limited(Limiter limiter, float[] in) {
        float[] out = in.clone();
        var frame = new float[Frames.SAMPLES];
        for (int at = 0; at + Frames.SAMPLES <= in.length; at += Frames.SAMPLES) {
            System.arraycopy(in, at, frame, 0, Frames.SAMPLES);
            limiter.process(frame);
            System.arraycopy(frame, 0, out, at, Frames.SAMPLES);
        }
        return out;
    }

    /// Eight times oversampled: finer than what the limiter itself looks at.
    private static double truePeak(float[] samples) {
        var fine = new float[8 * samples.length + 8];
        int count = new Resampler(6_000, 48_000).process(samples, 0, samples.length, fine, 0);
        double peak = 0;
        for (int i = 0; i < count; i++) {
            peak = Math.max(peak, Math.abs(fine[i]));
        }
        return peak;
    }

    /// Noise up to so many Hz, by turns loud and quiet.
    private static float[] noise(long seed, int frames, int band, float level) {
        var chance = new Random(seed);
        var wide = new Resampler(2 * band, Frames.RATE);
        var narrow = new float[frames * 2 * band / 50];
        for (int i = 0; i < narrow.length; i++) {
            boolean loud = i / (band / 3) % 2 == 0;
            narrow[i] = (float) chance.nextGaussian() * (loud ? level : level / 10);
        }
        var samples = new float[frames * Frames.SAMPLES];
        wide.process(narrow, 0, narrow.length, samples, 0);
        return samples;
    }

    @Test
    void whatIsUnderTheCeilingOnlyComesLater() {
        float[] in = noise(1, 50, 8_000, 0.1f);
        float[] out = limit(in);

        assertThat(Arrays.copyOfRange(out, Limiter.DELAY, out.length))
                .isEqualTo(Arrays.copyOf(in, in.length - Limiter.DELAY));
        assertThat(Arrays.copyOf(out, Limiter.DELAY)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void speechStaysUnderTheCeilingEvenBetweenTheSamples(long seed) {
        float[] out = limit(noise(seed, 200, 8_000, 1));

        for (float sample : out) {
            assertThat(Math.abs(sample)).isLessThanOrEqualTo((float) CEILING);
        }
        assertThat(Frames.decibels(truePeak(out))).isBetween(-2.0, -1 + 0.1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noiseUpToSixteenKilohertzStaysUnderFullScaleEvenBetweenTheSamples(long seed) {
        double peak = Frames.decibels(truePeak(limit(noise(seed, 200, 16_000, 2))));

        assertThat(peak).isBetween(-2.0, 0.0);
    }

    @Test
    void aSineWhosePeaksLieBetweenTheSamplesIsLimitedToo() {
        var sine = new float[100 * Frames.SAMPLES];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) (1.2 * Math.sin(Math.PI / 2 * i + Math.PI / 4));
        }
        assertThat(Frames.decibels(sine[0])).isLessThan(-1);

        assertThat(Frames.decibels(truePeak(limit(sine)))).isCloseTo(-1, within(0.2));
    }

    @Test
    void theTopOfALoudToneIsNotCutOff() {
        float[] out = limit(new Tone(500, 2).next(100 * Frames.SAMPLES));

        int from = 50 * Frames.SAMPLES;
        double tone = Tone.amplitude(out, from, out.length, 500, Frames.RATE);
        double rest = Tone.residue(out, from, out.length, 500, Frames.RATE);
        assertThat(tone).isCloseTo(CEILING, within(0.02));
        assertThat(Frames.decibels(rest / tone)).isLessThan(-30);
    }

    @Test
    void itRecoversAfterABang() {
        float[] in = new Tone(500, 0.25).next(100 * Frames.SAMPLES);
        in[10 * Frames.SAMPLES + 500] = 8;
        float[] out = limit(in);

        int from = 90 * Frames.SAMPLES;
        assertThat(Arrays.copyOfRange(out, from + Limiter.DELAY, out.length))
                .isEqualTo(Arrays.copyOfRange(in, from, in.length - Limiter.DELAY));
    }

    /// A third of the way is left after 100 ms, a twentieth after 300: faster would pump, slower
    /// would make whoever speaks next too quiet.
    @Test
    void itRecoversInAboutATenthOfASecond() {
        var in = new float[50 * Frames.SAMPLES];
        Arrays.fill(in, 0.1f);
        int bang = 5 * Frames.SAMPLES;
        in[bang] = (float) (4 * CEILING);
        float[] out = limit(in);

        assertThat(missing(out, bang, 100)).isBetween(0.32 * 0.75, 0.40 * 0.75);
        assertThat(missing(out, bang, 300)).isBetween(0.04 * 0.75, 0.06 * 0.75);
    }

    /// How much of the level is missing so long after what happened there.
    private static double missing(float[] out, int there, int millis) {
        return 1 - out[there + Limiter.DELAY + millis * Frames.RATE / 1_000] / 0.1;
    }

    @Test
    void aNewcomerIsNotTurnedDownForWhatWasThereBefore() {
        var limiter = new Limiter();
        limiter.process(new Tone(500, 4).next(Frames.SAMPLES));
        limiter.reset();
        float[] in = new Tone(500, 0.5).next(2 * Frames.SAMPLES);
        float[] out = limited(limiter, in);

        assertThat(Arrays.copyOfRange(out, Limiter.DELAY, out.length))
                .isEqualTo(Arrays.copyOf(in, in.length - Limiter.DELAY));
    }

    /// The gain is an average: what is left of an old one shows where it moves.
    @Test
    void aLoudNewcomerIsTurnedDownAsIfNobodyHadBeenThereBefore() {
        var used = new Limiter();
        limited(used, new Tone(500, 4).next(2 * Frames.SAMPLES));
        used.reset();
        float[] in = new Tone(700, 2).next(10 * Frames.SAMPLES);

        assertThat(limited(used, in)).isEqualTo(limited(new Limiter(), in));
    }

    @Test
    void whatWasForgottenIsNotHeard() {
        var limiter = new Limiter();
        limiter.process(new Tone(500, 2).next(Frames.SAMPLES));
        limiter.reset();
        var frame = new float[Frames.SAMPLES];
        limiter.process(frame);

        assertThat(frame).containsOnly(0);
    }
}
