package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.port.CallLeg;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A whole evening on a clock that is turned, with callers and a host whose own clocks are as far
/// off as cheap ones are: nothing clicks, nothing falls behind, and all that is recorded stays
/// together to the sample.
class ThreeHoursTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int SECOND = 50;

    /// The clocks, in parts per million.
    private static final double FAST = 100;

    private static final double SLOW = -100;

    /// By then everybody is on the air, and has been for a while.
    private static final int SETTLED = 20 * SECOND;

    /// From swell to swell, in seconds.
    private static final int EVERY = 10;

    private static final int HOST = 300;
    private static final int FIRST = 400;
    private static final int SECOND_CALLER = 500;

    /// As far as the recorder may be behind, in frames: a fifth of what a tape holds.
    private static final int BEHIND = 20;

    /// Between two ticks while somebody is taken, which others have to do: 2 ms.
    private static final long A_MOMENT = 2_000_000;

    private final HandClock clock = new HandClock();
    private final LongShowStems stems = new LongShowStems();
    private final DriftingSeat seat =
            new DriftingSeat(new DriftingTone(HOST, Frames.RATE, SLOW, EVERY), SLOW);
    private final List<Caller> callers = new ArrayList<>();
    private final List<String> recorded = new ArrayList<>(List.of("00_Mix", "01_Host"));
    private long ticks;

    private record Caller(CallLeg leg, DriftingTone tone) {
        void tick() {
            for (int left = tone.due(Frames.PHONE_SAMPLES); left > 0; left--) {
                var codes = new byte[Frames.PHONE_SAMPLES];
                Mulaw.encode(tone.next(codes.length), 0, codes, 0, codes.length);
                leg.fromCaller(codes, 0, codes.length);
            }
        }
    }

    @Test
    void threeMinutesStayTogether() throws Exception {
        play(180);
    }

    @Test
    @Tag("long")
    void threeHoursStayTogether() throws Exception {
        play(3 * 3_600);
    }

    private void play(int seconds) throws Exception {
        Studio studio = new RehearsalRoom().clock(clock).seat(seat).stems(stems).open();
        long show;
        try (studio) {
            join(studio, "one", FIRST, FAST);
            recorded.add("03_Caller-1");
            join(studio, "two", SECOND_CALLER, SLOW);
            recorded.add("04_Caller-2");
            while (ticks < (long) seconds * SECOND) {
                tick();
            }
            show = studio.position();
            var ending = CompletableFuture.runAsync(studio::end);
            while (!ending.isDone()) {
                clock.crank();
                LockSupport.parkNanos(200_000);
            }
            ending.get();
        }
        nothingWasLost(show);
        nobodyClicked(show);
        nobodyFellBehind();
    }

    private void join(Studio studio, String name, int frequency, double partsAMillion)
            throws Exception {
        var call = new CallId("call-" + name);
        studio.ring(call, CallerNumber.WITHHELD);
        CallLeg leg = studio.connect(call, new HandHandset()).orElseThrow();
        callers.add(
                new Caller(
                        leg, new DriftingTone(frequency, Frames.PHONE_RATE, partsAMillion, EVERY)));
        var taken = CompletableFuture.supplyAsync(() -> studio.take(call));
        while (!taken.isDone()) {
            tick();
            LockSupport.parkNanos(A_MOMENT);
        }
        taken.get();
    }

    private void tick() {
        callers.forEach(Caller::tick);
        seat.tick(ticks > SETTLED);
        clock.crank();
        ticks++;
        if (ticks % (BEHIND / 2) == 0) {
            await(() -> recorded() >= (ticks - BEHIND) * Frames.SAMPLES);
        }
    }

    /// As far as all of them are written: while one tape is emptied, another one fills.
    private long recorded() {
        return recorded.stream()
                .mapToLong(name -> stems.stem(name).map(LongShowStems.Kept::length).orElse(0L))
                .min()
                .orElseThrow();
    }

    private void await(BooleanSupplier truth) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!truth.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("still waiting at tick %s", ticks)
                    .isLessThan(deadline);
            LockSupport.parkNanos(50_000);
        }
    }

    private LongShowStems.Kept stem(String name) {
        return stems.stem(name).orElseThrow();
    }

    private List<LongShowStems.Kept> voices() {
        return List.of(stem("01_Host"), stem("03_Caller-1"), stem("04_Caller-2"));
    }

    private void nothingWasLost(long show) {
        assertThat(stems.finished()).isGreaterThanOrEqualTo(show);
        assertThat(stem("00_Mix").whole()).isTrue();
        for (LongShowStems.Kept voice : voices()) {
            assertThat(voice.whole()).as(voice.name()).isTrue();
            assertThat(voice.length()).as(voice.name()).isGreaterThan(show - 20L * Frames.SAMPLES);
        }
        assertThat(stems.compared()).isGreaterThan(show - 3L * Frames.RATE);
        assertThat(stems.worst()).as("the mix is the sum of the stems").isLessThan(1e-5);
    }

    /// A hum has its steepest place, and reading it very slightly faster or slower makes that no
    /// steeper; a click would.
    private void nobodyClicked(long show) {
        double[] tones = {HOST, FIRST, SECOND_CALLER};
        for (int i = 0; i < tones.length; i++) {
            LongShowStems.Kept voice = voices().get(i);
            assertThat(voice.steepest())
                    .as(voice.name())
                    .isLessThan(1.25 * DriftingTone.steepest(tones[i]));
            int ended = (int) ((show - voice.begun()) / Frames.SAMPLES);
            List<Float> settled = voice.loudness().subList(SETTLED, ended - 10);
            double least = settled.stream().mapToDouble(Float::doubleValue).min().orElseThrow();
            assertThat(least).as(voice.name()).isGreaterThan(0.9 * DriftingTone.SOFT * 0.707);
        }
        assertThat(seat.steepest())
                .isLessThan(
                        1.25
                                * (DriftingTone.steepest(FIRST)
                                        + DriftingTone.steepest(SECOND_CALLER)));
        assertThat(seat.quietest()).isPositive();
    }

    /// The swells are as late at the end as they were at the beginning.
    private void nobodyFellBehind() {
        for (LongShowStems.Kept voice : voices()) {
            List<Integer> swells = swells(voice);
            assertThat(swells.size()).as(voice.name()).isGreaterThan(10);
            int first = swells.get(2);
            for (int i = 2; i < swells.size(); i++) {
                int late = swells.get(i) - first - (i - 2) * EVERY * SECOND;
                assertThat(late).as("%s, swell %s", voice.name(), i).isBetween(-3, 3);
            }
        }
    }

    /// In which frame each swell was at its height.
    private static List<Integer> swells(LongShowStems.Kept voice) {
        double high = 0.707 * (DriftingTone.SOFT + DriftingTone.LOUD) / 2;
        var swells = new ArrayList<Integer>();
        List<Float> loudness = voice.loudness();
        for (int i = 0; i < loudness.size(); i++) {
            int from = i;
            while (i < loudness.size() && loudness.get(i) > high) {
                i++;
            }
            if (i > from) {
                swells.add((from + i) / 2);
            }
        }
        return swells;
    }
}
