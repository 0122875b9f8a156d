package io.partyline.audio.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.Tone;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Half an hour on bad lines, in simulated time: the sender's clock is off, frames come late, in
/// bursts, or not at all.
class NetworkTest {
    private static final int TICKS = 30 * 60 * 50;

    private final JitterBuffer buffer = new JitterBuffer();
    private final Queue<Double> arrivals = new ArrayDeque<>();

    /// Whole periods, so that it goes on without a seam.
    private final float[] caller = new Tone(400, 0.5).next(Frames.SAMPLES);

    private final float[] frame = new float[Frames.SAMPLES];
    private double sent;
    private double lastArrival;
    private double steepest;
    private float last;
    private int deepest;
    private double depthAtTheEnd;
    private double correctionAtTheEnd;
    private int underrunsInTheLastThird;

    /// @param jitterMs mean of an exponential delay
    /// @param loss share of frames that never come
    /// @param stalls share of frames behind which everything stands still for 300 ms
    record Line(double ppm, double jitterMs, double loss, double stalls) {}

    static Stream<Arguments> lines() {
        return linesFrom(1);
    }

    static Stream<Arguments> linesOfAnotherSeed() {
        return linesFrom(2);
    }

    private static Stream<Arguments> linesFrom(long seed) {
        return Stream.of(
                Arguments.of(seed, new Line(200, 0, 0, 0)),
                Arguments.of(seed, new Line(-200, 0, 0, 0)),
                Arguments.of(seed, new Line(200, 4, 0, 0)),
                Arguments.of(seed, new Line(-200, 4, 0, 0)),
                Arguments.of(seed, new Line(200, 10, 0.005, 0.0005)),
                Arguments.of(seed, new Line(-200, 10, 0.005, 0.0005)),
                Arguments.of(seed, new Line(0, 25, 0.01, 0.002)));
    }

    @Tag("ci")
    @ParameterizedTest
    @MethodSource("linesOfAnotherSeed")
    void soItIsWithAnotherSeed(long seed, Line line) {
        delayStaysBoundedForHalfAnHourAndNothingClicks(seed, line);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void delayStaysBoundedForHalfAnHourAndNothingClicks(long seed, Line line) {
        var chance = new Random(seed);
        for (int tick = 0; tick < TICKS; tick++) {
            send(tick, line, chance);
            receive(tick);
            long before = buffer.underruns();
            buffer.read(frame);
            inspect(tick, buffer.underruns() > before);
        }
        int settled = TICKS / 3;
        System.out.printf(
                "seed %d %s: depth %.0f ms, deepest %d ms, correction %.0f ppm, underruns %d (%d in the last third), overflows %d%n",
                seed,
                line,
                depthAtTheEnd / settled,
                deepest,
                correctionAtTheEnd / settled,
                buffer.underruns(),
                underrunsInTheLastThird,
                buffer.overflows());

        assertThat(deepest).isLessThanOrEqualTo(200);
        assertThat(depthAtTheEnd / settled).isBetween(10.0, 130.0);
        assertThat(steepest).isLessThan(2 * 0.5 * 2 * Math.PI * 400 / Frames.RATE + 1.0 / 240);
        if (line.loss() == 0) {
            // Running dry makes it 20 ms deeper for a while, and 20 ms in ten minutes are 33 ppm.
            double off = line.jitterMs() == 0 ? 60 : 120;
            assertThat(correctionAtTheEnd / settled).isBetween(line.ppm() - off, line.ppm() + off);
        }
        if (line.jitterMs() == 0) {
            assertThat(buffer.underruns()).isZero();
            assertThat(buffer.overflows()).isZero();
            assertThat(depthAtTheEnd / settled).isBetween(15.0, 45.0);
        }
    }

    /// A clock that is fast by 200 ppm sends a frame every 19.996 ms. Frames never overtake each
    /// other.
    private void send(int tick, Line line, Random chance) {
        while (sent <= tick) {
            double late = -Math.log(1 - chance.nextDouble()) * line.jitterMs() / Frames.MILLIS;
            late += chance.nextDouble() < line.stalls() ? 15 : 0;
            lastArrival = Math.max(lastArrival, sent + late);
            if (chance.nextDouble() >= line.loss()) {
                arrivals.add(lastArrival);
            }
            sent += 1 / (1 + line.ppm() / 1e6);
        }
    }

    private void receive(int tick) {
        while (!arrivals.isEmpty() && arrivals.peek() <= tick) {
            arrivals.remove();
            buffer.write(caller, 0, Frames.SAMPLES);
        }
    }

    private void inspect(int tick, boolean ranDry) {
        for (float sample : frame) {
            steepest = Math.max(steepest, Math.abs(sample - last));
            last = sample;
        }
        deepest = Math.max(deepest, buffer.depthMs());
        if (tick >= TICKS * 2 / 3) {
            depthAtTheEnd += buffer.depthMs();
            correctionAtTheEnd += buffer.correctionPpm();
            underrunsInTheLastThird += ranDry ? 1 : 0;
        }
    }
}
