package io.partyline.audio.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.audio.Recorded;
import io.partyline.audio.Tone;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JitterBufferTest {
    private static final double SLOPE = 0.5 * 2 * Math.PI * 400 / Frames.RATE;

    /// Nanoseconds in which the other thread gets a word in, also where there is one processor.
    private static final long HANDED_OVER = 1_000;

    private final JitterBuffer buffer = new JitterBuffer();
    private final Tone caller = new Tone(400, 0.5);
    private final Recorded heard = new Recorded();
    private final float[] frame = new float[Frames.SAMPLES];

    private void write(int frames) {
        for (int i = 0; i < frames; i++) {
            buffer.write(caller.next(Frames.SAMPLES), 0, Frames.SAMPLES);
        }
    }

    private boolean read() {
        boolean had = buffer.read(frame);
        heard.write(frame);
        return had;
    }

    private void flow(int ticks) {
        for (int i = 0; i < ticks; i++) {
            write(1);
            read();
        }
    }

    @Test
    void itIsSilentUntilFortyMillisecondsLieReady() {
        write(1);
        assertThat(read()).isFalse();
        assertThat(frame).containsOnly(0);
        assertThat(buffer.depthMs()).isEqualTo(20);
        assertThat(buffer.underruns()).isZero();

        write(1);
        assertThat(read()).isTrue();
        assertThat(Frames.rms(frame, frame.length)).isGreaterThan(0.3);
    }

    @Test
    void itSaysWhichSampleWasHeardFirstInEachFrame() {
        assertThat(read()).isFalse();
        assertThat(buffer.first()).isEqualTo(JitterBuffer.NOTHING);
        write(2);
        read();
        assertThat(buffer.first()).isZero();
        write(1);
        read();
        assertThat(buffer.first()).isCloseTo(Frames.SAMPLES, within(1.0));
        write(20);
        read();
        int skippedTo = 23 * Frames.SAMPLES - JitterBuffer.TARGET;
        assertThat(buffer.first()).isCloseTo(skippedTo, within(1.0));
    }

    @Test
    void ofAFrameThatFadesIntoSilenceItSaysNothing() {
        flow(10);
        while (read()) {
            assertThat(buffer.underruns()).isLessThanOrEqualTo(1);
        }
        assertThat(buffer.first()).isEqualTo(JitterBuffer.NOTHING);
    }

    @Test
    void whatFlowsEvenlyComesOutAsItWentInFortyMillisecondsDeep() {
        flow(50);

        float[] out = heard.samples();
        double rest = Tone.residue(out, out.length - 2_400, out.length, 400, Frames.RATE);
        assertThat(Frames.decibels(rest / 0.5)).isLessThan(-35);
        assertThat(buffer.depthMs()).isBetween(20, 21);
        assertThat(buffer.correctionPpm()).isBetween(-500, 0);
        assertThat(buffer.lost()).isZero();
    }

    @Test
    void piecesOfAnyLengthAreOneStream() {
        var pieces = new JitterBuffer();
        float[] in = caller.next(100_000);
        int count = 1;
        for (int at = 0; at < 9_000; at += count, count = count * 5 % 701) {
            pieces.write(in, at, count);
        }
        pieces.read(frame);

        assertThat(Arrays.copyOfRange(frame, 240, 960)).isEqualTo(Arrays.copyOfRange(in, 240, 960));
    }

    @Test
    void runningDryFadesOutAndComingBackFadesIn() {
        flow(20);
        for (int i = 0; i < 6; i++) {
            read();
        }
        assertThat(buffer.underruns()).isEqualTo(1);
        assertThat(frame).containsOnly(0);
        flow(20);

        assertThat(buffer.underruns()).isEqualTo(1);
        assertThat(Tone.steepest(heard.samples())).isLessThan(SLOPE + 0.5 / 240);
    }

    @Test
    void aLineThatRunsDryIsReadDeeperAndAfterAHalfMinuteOfCalmLessDeepAgain() {
        flow(20);
        for (int i = 0; i < 6; i++) {
            read();
        }
        write(2);
        assertThat(read()).isFalse();
        write(1);
        assertThat(read()).isTrue();
        assertThat(buffer.depthMs()).isBetween(40, 45);

        flow(1_500 + 3_000);
        assertThat(buffer.depthMs()).isBetween(19, 33);
        assertThat(buffer.underruns()).isEqualTo(1);
    }

    @Test
    void theHalfMinuteOfCalmIsCountedAnewFromWhereItRanDry() {
        flow(1_000);
        runDry();
        flow(600);
        runDry();

        assertThat(framesUntilItStarts()).isEqualTo(4);
    }

    @Test
    void whoeverGotLessDeepTooEarlyWaitsTwiceAsLongForTheNextTime() {
        flow(20);
        runDry();
        flow(1_600);
        runDry();
        flow(1_600);
        runDry();

        assertThat(framesUntilItStarts()).isEqualTo(4);
    }

    private void runDry() {
        long before = buffer.underruns();
        while (buffer.underruns() == before) {
            read();
        }
        read();
        assertThat(frame).containsOnly(0);
    }

    /// How many frames have to lie ready before anything is heard.
    private int framesUntilItStarts() {
        int frames = 1;
        write(1);
        while (!read()) {
            write(1);
            frames++;
        }
        return frames;
    }

    @Test
    void runningDryInTheMiddleOfAFrameDoesNotClickEither() {
        for (int left : new int[] {1, 100, 500, 719, 720, 900, 959}) {
            flow(20);
            buffer.write(caller.next(left), 0, left);
            for (int i = 0; i < 12; i++) {
                read();
            }
        }

        assertThat(buffer.underruns()).isEqualTo(7);
        assertThat(Tone.steepest(heard.samples())).isLessThan(SLOPE + 0.5 / 240);
    }

    @Test
    void moreThanTwoHundredMillisecondsAreCutToFortyWithoutAClick() {
        flow(20);
        write(12);
        read();

        assertThat(buffer.overflows()).isEqualTo(1);
        assertThat(buffer.depthMs()).isEqualTo(20);
        assertThat(buffer.lost() / (double) Frames.SAMPLES).isCloseTo(11, within(0.02));
        flow(20);
        assertThat(Tone.steepest(heard.samples())).isLessThan(2 * SLOPE + 1.0 / 240);
    }

    @Test
    void whoBeginsToListenHearsThePresentHoweverLongNobodyListened() {
        write(1_000);
        read();

        assertThat(buffer.depthMs()).isEqualTo(20);
        assertThat(heard.samples()[0]).isZero();
        float[] expected = new Tone(400, 0.5).next(1_000 * Frames.SAMPLES);
        int present = expected.length - 2 * Frames.SAMPLES;
        assertThat(Arrays.copyOfRange(frame, 240, 960))
                .isEqualTo(Arrays.copyOfRange(expected, present + 240, present + 960));
        flow(20);
        assertThat(Tone.steepest(heard.samples())).isLessThan(SLOPE + 0.5 / 240);
    }

    @Test
    void aToneThatJoinedWithABurstIsNotBentToCatchUp() {
        write(8);
        flow(500);

        assertThat(Math.abs(buffer.correctionPpm())).isLessThanOrEqualTo(500);
        assertThat(buffer.lost()).isZero();
        float[] out = heard.samples();
        double level = Tone.amplitude(out, out.length - 24_000, out.length, 400, Frames.RATE);
        assertThat(Frames.decibels(level / 0.5)).isCloseTo(0, within(0.5));
    }

    @Test
    void whatWaitsTooLongIsCaughtUpWithInAPause() {
        write(8);
        flow(50);
        assertThat(buffer.depthMs()).isGreaterThan(120);
        pause(500);

        assertThat(buffer.depthMs()).isBetween(30, 60);
        assertThat(buffer.overflows()).isZero();
    }

    @Test
    void nothingOfAWordIsSkippedToCatchUp() {
        for (int i = 0; i < 9; i++) {
            buffer.write(new float[Frames.SAMPLES], 0, Frames.SAMPLES);
        }
        double said = 0;
        for (int word = 0; word < 30; word++) {
            pause(3);
            for (int i = 0; i < 5; i++) {
                float[] part = caller.next(Frames.SAMPLES);
                said += energy(part);
                buffer.write(part, 0, part.length);
                read();
            }
        }
        pause(20);

        assertThat(buffer.depthMs()).isLessThan(100);
        assertThat(energy(heard.samples()) / said).isCloseTo(1, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 100, 200, 300, 384})
    void messagesOfEveryLengthAreHeardWhole(int millis) {
        int length = millis * Frames.RATE / 1_000;
        int due = 0;
        for (int tick = 0; tick < 1_500; tick++) {
            for (; due <= tick * Frames.SAMPLES; due += length) {
                buffer.write(caller.next(length), 0, length);
            }
            read();
        }

        assertThat(buffer.underruns()).isZero();
        assertThat(buffer.lost()).isZero();
        float[] out = heard.samples();
        double level =
                Tone.amplitude(out, out.length - Frames.RATE / 2, out.length, 400, Frames.RATE);
        assertThat(Frames.decibels(level / 0.5)).isCloseTo(0, within(0.5));
        assertThat(Tone.steepest(out)).isLessThan(SLOPE + 0.5 / 240);
    }

    @Test
    void messagesOfThreeHundredMillisecondsWithPausesAreNotSkipped() {
        double said = 0;
        for (int message = 0; message < 100; message++) {
            float[] part =
                    message % 2 == 0
                            ? caller.next(15 * Frames.SAMPLES)
                            : new float[15 * Frames.SAMPLES];
            said += energy(part);
            buffer.write(part, 0, part.length);
            for (int tick = 0; tick < 15; tick++) {
                read();
            }
        }

        assertThat(energy(heard.samples()) / said).isCloseTo(1, within(0.02));
    }

    private void pause(int frames) {
        for (int i = 0; i < frames; i++) {
            buffer.write(new float[Frames.SAMPLES], 0, Frames.SAMPLES);
            read();
        }
    }

    private static double energy(float[] samples) {
        double rms = Frames.rms(samples, samples.length);
        return rms * rms * samples.length;
    }

    /// The interpolation is used whenever clocks differ; its faults must stay under those of µ-law
    /// (38 dB).
    @ParameterizedTest
    @ValueSource(doubles = {300, 1_000, 2_000, 3_400})
    void readingFasterOrSlowerIsCleanerThanTheTelephone(double frequency) {
        var ring = new float[1 << 16];
        double step = 1.005;
        var tone = new Tone(frequency, 0.5);
        System.arraycopy(tone.next(ring.length), 0, ring, 0, ring.length);
        var out = new float[40 * Frames.SAMPLES];
        double place = 10;
        for (int at = 0; at < out.length; at += Frames.SAMPLES) {
            new Cubic().read(ring, (long) place, place - (long) place, step, frame);
            System.arraycopy(frame, 0, out, at, Frames.SAMPLES);
            place += step * Frames.SAMPLES;
        }

        double rest = Tone.residue(out, 0, out.length, frequency * step, Frames.RATE);
        double level = Frames.decibels(rest / (0.5 / Math.sqrt(2)));
        System.out.printf("cubic at %.0f Hz: rest %.1f dB%n", frequency, level);
        assertThat(level).isLessThan(-45);
    }

    @Test
    void twoThreadsPassEverySampleOnInOrder() {
        var writer = CompletableFuture.runAsync(() -> writeRising(5_000));
        int reads = 0;
        float last = 0;
        while (!writer.isDone() || buffer.depthMs() >= 80) {
            if (buffer.depthMs() < 80) {
                LockSupport.parkNanos(HANDED_OVER);
                continue;
            }
            buffer.read(frame);
            last = assertRising(last, reads == 0 ? 240 : 0);
            reads++;
        }
        writer.join();

        assertThat(reads).isGreaterThan(4_900);
        assertThat(buffer.underruns()).isZero();
        assertThat(buffer.overflows()).isZero();
    }

    private float assertRising(float before, int from) {
        float last = before;
        for (int i = from; i < Frames.SAMPLES; i++) {
            // Five million times, and so not in words each time.
            if (frame[i] < last) {
                throw new AssertionError("%s after %s".formatted(frame[i], last));
            }
            last = frame[i];
        }
        return last;
    }

    private void writeRising(int frames) {
        var rising = new float[Frames.SAMPLES];
        int value = 0;
        for (int i = 0; i < frames; i++) {
            while (buffer.depthMs() > 140) {
                LockSupport.parkNanos(HANDED_OVER);
            }
            for (int s = 0; s < Frames.SAMPLES; s++) {
                rising[s] = value++;
            }
            buffer.write(rising, 0, Frames.SAMPLES);
        }
    }

    @Test
    void whoAsksForTheDepthNeverSeesLessThanNothing() {
        assertThat(buffer.depthMs()).isZero();
        write(3);
        assertThat(buffer.depthMs()).isEqualTo(60);
        assertThat((double) buffer.correctionPpm()).isCloseTo(0, within(0.0));
    }
}
