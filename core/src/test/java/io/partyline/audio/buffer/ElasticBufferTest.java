package io.partyline.audio.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.Garbage;
import io.partyline.audio.Tone;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A show that writes a frame every 20 ms, and a device that plays by a clock of its own, in a time
/// that goes on by milliseconds.
class ElasticBufferTest {
    private static final int LEAD = 3 * Frames.SAMPLES;
    private static final int CHANNELS = 3;

    private final ElasticBuffer buffer = new ElasticBuffer(CHANNELS);
    private final float[][] written = new float[CHANNELS][Frames.SAMPLES];
    private final float[][] read = new float[CHANNELS][Frames.SAMPLES];

    /// What the device has still to play.
    private double queued = LEAD - Frames.SAMPLES;

    private double deepest;
    private double emptiest = Double.MAX_VALUE;
    private long time;
    private int reads;

    /// @param speed of the device's clock
    private void pass(int millis, double speed, Runnable write, Runnable heard) {
        for (int end = (int) time + millis; time < end; time++) {
            if (time % Frames.MILLIS == 0) {
                write.run();
                buffer.write(written);
            }
            while (buffer.ready() && queued + Frames.SAMPLES <= LEAD) {
                buffer.read(read, (int) queued, LEAD);
                queued += Frames.SAMPLES;
                reads++;
                heard.run();
            }
            queued -= speed * Frames.RATE / 1_000;
            emptiest = Math.min(emptiest, queued);
            deepest = Math.max(deepest, queued);
        }
    }

    @Test
    void whatIsReadIsWhatWasWrittenWhileTheClocksAgree() {
        var chance = new Random(3);
        var again = new Random(3);
        var expected = new float[Frames.SAMPLES];
        pass(
                60_000,
                1,
                () -> fill(chance),
                () -> {
                    for (float[] channel : read) {
                        next(again, expected);
                        assertThat(Arrays.equals(channel, expected)).isTrue();
                    }
                });
        assertThat(reads).isEqualTo(3_000);
        assertThat(buffer.correctionPpm()).isZero();
    }

    private void fill(Random chance) {
        for (float[] channel : written) {
            next(chance, channel);
        }
    }

    private static void next(Random chance, float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = chance.nextFloat(-1, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-300e-6, 300e-6})
    void aDeviceWhoseClockDiffersNeitherRunsDryNorLagsBehind(double difference) {
        play(800_000, difference);
    }

    @Tag("ci")
    @ParameterizedTest
    @ValueSource(doubles = {-300e-6, -50e-6, 50e-6, 300e-6})
    void norDoesItInTwentyMinutes(double difference) {
        play(1_200_000, difference);
    }

    private void play(int millis, double difference) {
        var tone = new Tone(997, 0.5);
        var heard = new Smoothness();
        pass(millis, 1 + difference, () -> hum(tone), heard::look);
        assertThat(emptiest).isGreaterThan(0);
        assertThat(buffer.skipped()).isZero();
        assertThat(reads * 20.0 / millis).isBetween(1 - 1e-3, 1 + 1e-3);
        assertThat(buffer.correctionPpm() * 1e-6)
                .isBetween(-difference - 30e-6, -difference + 30e-6);
        assertThat(heard.steepest).as("no step between samples").isLessThan(0.066f);
    }

    private void hum(Tone tone) {
        tone.read(written[0]);
        for (int i = 1; i < CHANNELS; i++) {
            System.arraycopy(written[0], 0, written[i], 0, Frames.SAMPLES);
        }
    }

    /// A tone of 997 Hz at 0.5 changes by 0.0653 from sample to sample at most.
    private final class Smoothness {
        private float last;
        private float steepest;

        private void look() {
            for (float sample : read[0]) {
                steepest = Math.max(steepest, Math.abs(sample - last));
                last = sample;
            }
            assertThat(Arrays.equals(read[0], read[CHANNELS - 1])).as("in step").isTrue();
        }
    }

    @Test
    void afterAStandstillTheOldestIsSkippedAndEveryChannelIsInStep() {
        var tone = new Tone(997, 0.5);
        var heard = new Smoothness();
        pass(1_000, 1, () -> hum(tone), heard::look);
        pass(280, 0, () -> hum(tone), heard::look);
        pass(1_000, 1, () -> hum(tone), heard::look);
        assertThat(buffer.skipped()).isBetween(9_600L, 14_400L);
        assertThat(heard.steepest).isLessThan(0.08f);
        assertThat(emptiest).isGreaterThanOrEqualTo(0);
    }

    @Test
    void aDeviceThatTakesEverythingAtOnceAndIsToppedUpGetsWhatWasWritten() {
        var chance = new Random(3);
        for (int tick = 0; tick < 500; tick++) {
            fill(chance);
            buffer.write(written);
            buffer.settle();
            buffer.read(read, 0, 7 * Frames.SAMPLES);
            assertThat(read).isDeepEqualTo(written);
            assertThat(buffer.ready()).isFalse();
        }
    }

    @Test
    void whoComesLateHearsThePresent() {
        for (int i = 1; i <= 100; i++) {
            Arrays.stream(written).forEach(channel -> Arrays.fill(channel, 0));
            written[0][0] = i;
            buffer.write(written);
        }
        buffer.clear();
        assertThat(buffer.ready()).isFalse();
        written[0][0] = 101;
        buffer.write(written);
        assertThat(buffer.ready()).isTrue();
        buffer.read(read, LEAD - Frames.SAMPLES, LEAD);
        assertThat(read[0][0]).isEqualTo(101);
    }

    @Test
    void neitherWritingNorReadingAllocates() {
        pass(20_000, 1 + 400e-6, () -> {}, () -> {});
        assertThat(Garbage.leastOf(() -> pass(20_000, 1 + 400e-6, () -> {}, () -> {}))).isZero();
    }
}
