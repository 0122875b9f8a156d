package io.partyline.audio.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.audio.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResamplerTest {
    private static final int[] RATES = {8_000, 16_000, 22_050, 24_000, 44_100, 48_000};

    record Pair(int from, int to) {
        int lower() {
            return Math.min(from, to);
        }

        boolean isOfTheShow() {
            return from == Frames.RATE || to == Frames.RATE;
        }

        @Override
        public String toString() {
            return from + " to " + to;
        }
    }

    /// From the show's own rate and to it.
    static List<Pair> pairs() {
        return all().stream().filter(Pair::isOfTheShow).toList();
    }

    static List<Pair> others() {
        return all().stream().filter(pair -> !pair.isOfTheShow()).toList();
    }

    private static List<Pair> all() {
        var pairs = new ArrayList<Pair>();
        for (int from : RATES) {
            for (int to : RATES) {
                pairs.add(new Pair(from, to));
            }
        }
        return pairs;
    }

    private static float[] resample(Resampler resampler, float[] in) {
        var out = new float[resampler.maxOutput(in.length)];
        return Arrays.copyOf(out, resampler.process(in, 0, in.length, out, 0));
    }

    /// A second of a tone, resampled: the level of the tone, and of all the rest, in dB.
    private static double[] toneAndRest(Pair pair, double frequency) {
        float[] in = new Tone(frequency, 0.5, pair.from()).next(2 * pair.from());
        float[] out = resample(new Resampler(pair.from(), pair.to()), in);
        int end = 2 * pair.to() - 1_000;
        int start = end - pair.to();
        double tone = Tone.amplitude(out, start, end, frequency, pair.to()) / 0.5;
        double rest = Tone.residue(out, start, end, frequency, pair.to()) / (0.5 / Math.sqrt(2));
        return new double[] {Frames.decibels(tone), Frames.decibels(rest)};
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aToneComesThroughAsItIsWithEverythingElseEightyDecibelsDown(Pair pair) {
        for (double share : new double[] {0.05, 0.1, 0.25, 0.5, 0.7, 0.85}) {
            double frequency = Math.rint(share * pair.lower() / 2);
            double[] levels = toneAndRest(pair, frequency);
            System.out.printf(
                    "%s: %.0f Hz %.3f dB, rest %.1f dB%n", pair, frequency, levels[0], levels[1]);
            assertThat(levels[0]).as("%.0f Hz", frequency).isCloseTo(0, within(0.1));
            assertThat(levels[1]).as("rest at %.0f Hz", frequency).isLessThan(-80);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "48000, 8000, 4000", "48000, 8000, 5000", "48000, 8000, 7000", "48000, 8000, 12000",
        "48000, 8000, 23000", "24000, 8000, 4000", "24000, 8000, 7300", "44100, 8000, 4500",
        "48000, 24000, 12000", "48000, 44100, 22100", "48000, 16000, 8100", "22050, 8000, 6000"
    })
    void whatTheLowerRateCannotHoldIsGone(int from, int to, double frequency) {
        float[] out =
                resample(new Resampler(from, to), new Tone(frequency, 0.5, from).next(2 * from));

        float[] settled = Arrays.copyOfRange(out, to, 2 * to - 100);
        assertThat(Frames.decibels(Frames.rms(settled, settled.length) / 0.3536)).isLessThan(-80);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aStreamCutIntoAnyPiecesIsTheSameBitForBit(Pair pair) {
        var chance = new Random(pair.from() * 31L + pair.to());
        var in = new float[pair.from()];
        for (int i = 0; i < in.length; i++) {
            in[i] = chance.nextFloat() * 2 - 1;
        }
        float[] whole = resample(new Resampler(pair.from(), pair.to()), in);

        var pieces = new Resampler(pair.from(), pair.to());
        var out = new float[whole.length + pieces.maxOutput(in.length)];
        int made = 0;
        for (int at = 0; at < in.length; ) {
            int count = Math.min(in.length - at, chance.nextInt(chance.nextBoolean() ? 4 : 1_500));
            int more = pieces.process(in, at, count, out, made);
            assertThat(more).isLessThanOrEqualTo(pieces.maxOutput(count));
            made += more;
            at += count;
        }

        assertThat(made).isEqualTo(whole.length);
        assertThat(Arrays.copyOf(out, made)).isEqualTo(whole);
    }

    /// After each second it stands where it began, so that what holds for ten holds for a show.
    @ParameterizedTest
    @MethodSource("pairs")
    void tenSecondsOfFramesBecomeExactlyTenSeconds(Pair pair) {
        var resampler = new Resampler(pair.from(), pair.to());
        int frame = pair.from() / 50;
        var in = new float[frame];
        var out = new float[resampler.maxOutput(frame)];
        long made = 0;
        for (int i = 0; i < 10 * 50; i++) {
            made += resampler.process(in, 0, frame, out, 0);
        }
        assertThat(made).isEqualTo(10L * pair.to());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anImpulseComesOutAsLateAsItSays(Pair pair) {
        var resampler = new Resampler(pair.from(), pair.to());
        var in = new float[pair.from() / 10];
        in[0] = 1;
        float[] out = resample(resampler, in);

        assertThat(highest(out)).isBetween(resampler.latency() - 1, resampler.latency() + 1);
    }

    private static int highest(float[] samples) {
        int best = 0;
        for (int i = 0; i < samples.length; i++) {
            best = samples[i] > samples[best] ? i : best;
        }
        return best;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aConstantStaysWhatItIs(Pair pair) {
        var in = new float[pair.from()];
        Arrays.fill(in, 0.75f);
        float[] out = resample(new Resampler(pair.from(), pair.to()), in);

        double off = 0;
        for (int i = pair.to() / 2; i < out.length; i++) {
            off = Math.max(off, Math.abs(out[i] - 0.75));
        }
        assertThat(off).isLessThanOrEqualTo(1e-5);
    }

    @Tag("ci")
    @ParameterizedTest
    @MethodSource("others")
    void soItIsBetweenAnyTwoRates(Pair pair) {
        aToneComesThroughAsItIsWithEverythingElseEightyDecibelsDown(pair);
        aStreamCutIntoAnyPiecesIsTheSameBitForBit(pair);
        tenSecondsOfFramesBecomeExactlyTenSeconds(pair);
        anImpulseComesOutAsLateAsItSays(pair);
        aConstantStaysWhatItIs(pair);
    }

    static List<Pair> unusual() {
        return List.of(
                new Pair(11_025, 48_000),
                new Pair(12_000, 48_000),
                new Pair(32_000, 48_000),
                new Pair(37_800, 48_000),
                new Pair(44_056, 48_000),
                new Pair(44_099, 48_000),
                new Pair(47_999, 48_000),
                new Pair(88_200, 48_000),
                new Pair(96_000, 48_000),
                new Pair(176_400, 48_000),
                new Pair(192_000, 48_000),
                new Pair(191_999, 48_000));
    }

    @ParameterizedTest
    @MethodSource("unusual")
    void musicOfAnyRateKeepsItsPitchWithEverythingElseEightyDecibelsDown(Pair pair) {
        for (double share : new double[] {0.1, 0.5, 0.8}) {
            double frequency = Math.rint(share * pair.lower() / 2);
            double[] levels = toneAndRest(pair, frequency);
            assertThat(levels[0]).as("%.0f Hz", frequency).isCloseTo(0, within(0.1));
            assertThat(levels[1]).as("rest at %.0f Hz", frequency).isLessThan(-80);
        }
        tenSecondsBecomeExactlyTenSeconds(pair);
    }

    private static void tenSecondsBecomeExactlyTenSeconds(Pair pair) {
        var resampler = new Resampler(pair.from(), pair.to());
        var in = new float[pair.from()];
        var out = new float[resampler.maxOutput(in.length)];
        long made = 0;
        for (int i = 0; i < 10; i++) {
            made += resampler.process(in, 0, in.length, out, 0);
        }
        assertThat(made).isEqualTo(10L * pair.to());
    }

    @Test
    void ratesThatAreNoneAreRefusedInWords() {
        assertThatThrownBy(() -> new Resampler(48_000 * 65, 48_000))
                .hasMessageContaining("too far apart");
        assertThatThrownBy(() -> new Resampler(0, 48_000)).hasMessageContaining("at least 1");
    }
}
