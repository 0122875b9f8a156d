package io.partyline.audio.loudness;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Kaiser;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The signals that EBU Tech 3341 describes for meters of the true peak, which may read 0.2 dB too
/// much or 0.4 dB too little.
class TruePeakTest {
    private static final int SECOND = Frames.RATE;

    /// So many samples in which a tone comes and goes: a tone that begins at once has peaks of its
    /// own.
    private static final int SWELL = 2_400;

    private static double read(float[] sound) {
        var meter = new MonoLoudness();
        var frame = new float[Frames.SAMPLES];
        for (int at = 0; at < sound.length; at += Frames.SAMPLES) {
            Frames.silence(frame);
            System.arraycopy(sound, at, frame, 0, Math.min(Frames.SAMPLES, sound.length - at));
            meter.write(frame);
        }
        for (int i = 0; i < 5; i++) {
            Frames.silence(frame);
            meter.write(frame);
        }
        return meter.reading().truePeak();
    }

    private static double swell(int at, int length) {
        double edge = Math.min(1, Math.min(at, length - at) / (double) SWELL);
        return 0.5 - 0.5 * Math.cos(Math.PI * edge);
    }

    /// Signals 15 to 19.
    ///
    /// @param part of the sample rate
    @ParameterizedTest(name = "{0}: fs/{1}, {2} degrees")
    @CsvSource({
        "15, 4, 0, 0.5, -6",
        "16, 4, 45, 0.5, -6",
        "17, 6, 60, 0.5, -6",
        "18, 8, 67.5, 0.5, -6",
        "19, 4, 45, 1.41, 3"
    })
    void aTonePeaksWhereItDoesBetweenItsSamples(
            int signal, int part, double degrees, double amplitude, double published) {
        var sound = new float[SECOND];
        for (int i = 0; i < SECOND; i++) {
            double angle = 2 * Math.PI * i / part + Math.toRadians(degrees);
            sound[i] = (float) (amplitude * swell(i, SECOND) * Math.sin(angle));
        }
        assertThat(read(sound)).as("signal %s", signal).isBetween(published - 0.4, published + 0.2);
    }

    /// As signals 20 to 23: one period of a tone at a sixth of the rate is twice as high as the
    /// others, made at four times the rate, brought into its band, and read every fourth sample,
    /// beginning with another one each time.
    @ParameterizedTest(name = "moved by {0} quarters of a sample")
    @ValueSource(ints = {0, 1, 2, 3})
    void onePeakIsFoundWhereverItLiesBetweenTheSamples(int moved) {
        int fine = 4 * SECOND;
        var wide = new double[fine];
        int period = 24;
        int middle = fine / 2 / period * period;
        for (int i = 0; i < fine; i++) {
            boolean high = i >= middle && i < middle + period;
            wide[i] = (high ? 1 : 0.5) * swell(i / 4, SECOND) * Math.sin(2 * Math.PI * i / period);
        }
        double highest = highest(wide, middle, period);
        var sound = new float[SECOND];
        for (int i = 0; i < SECOND; i++) {
            sound[i] = (float) (inBand(wide, 4 * i + moved) / highest);
        }
        assertThat(read(sound)).isBetween(-0.4, 0.2);
    }

    /// Half the length of the filter, in samples at the higher rate.
    private static final int HALF = 96;

    private static final double[] TAPS = taps(new Kaiser(9, HALF, 0.11));

    /// All together they let through what is in the band as it is.
    private static double[] taps(Kaiser band) {
        double[] taps = IntStream.rangeClosed(-HALF, HALF).mapToDouble(band::at).toArray();
        double all = Arrays.stream(taps).sum();
        return Arrays.stream(taps).map(tap -> tap / all).toArray();
    }

    private static double inBand(double[] wide, int at) {
        double sum = 0;
        for (int k = -HALF; k <= HALF; k++) {
            int place = at + k;
            sum += place < 0 || place >= wide.length ? 0 : TAPS[HALF + k] * wide[place];
        }
        return sum;
    }

    /// Where the band has left the peak: that counts as full scale.
    private static double highest(double[] wide, int middle, int period) {
        double highest = 0;
        for (int i = middle - period; i < middle + 2 * period; i++) {
            highest = Math.max(highest, Math.abs(inBand(wide, i)));
        }
        return highest;
    }
}
