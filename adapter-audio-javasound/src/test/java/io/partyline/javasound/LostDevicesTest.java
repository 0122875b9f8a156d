package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Devices that are missing, stand still, or go and come back in the middle of a show.
class LostDevicesTest {
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Offset<Float> HAIR = Offset.offset(0.001f);
    private static final String OUTPUT_LOST =
            "The default output stopped working. The show goes on by the computer's clock.";
    private static final String OUTPUT_BACK = "The default output is back.";
    private static final String HEADPHONES_LOST =
            "The default output, for the host's headphones, stopped working. The show goes on"
                    + " without it.";

    private final HandClock clock = new HandClock();
    private final FakeDevice headphones = FakeDevice.output("Headphones", 1, 2);
    private final FakeDevice loopback = FakeDevice.output("Loopback", 16);
    private final FakeDevice microphone = FakeDevice.microphone("USB Mic", 44_100, 2);
    private final FakeComputer computer = new FakeComputer(clock, headphones, loopback, microphone);

    @Test
    void aHiccupOfAnOutputIsWaitedForAndNothingIsLeftOut() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(3);
            headphones.standStill();
            clock.in(Duration.ofMillis(200), headphones::goOn);
            assertThat(show.tick(1)).isEqualTo(Duration.ofMillis(220));
            assertThat(show.tick(10)).isEqualTo(TICK.multipliedBy(10));
            assertThat(headphones.line().given(1)).hasSize((2 + 14) * 960);
        }
    }

    @Test
    void theClockTicksInPlaceOfAnOutputThatStandsStillForMoreThanAQuarterOfASecond() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(3);
            headphones.standStill();
            assertThat(show.tick(1)).isEqualTo(Duration.ofMillis(260));
            assertThat(show.tick(50)).isEqualTo(SECOND);
            assertThat(headphones.line().given(1)).hasSize((2 + 3) * 960);
        }
    }

    @Test
    void anOutputThatStandsStillForAMomentIsKept() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(3);
            headphones.standStill();
            clock.in(Duration.ofMillis(1_970), headphones::goOn);
            clock.in(SECOND, show::keep);
            show.until(() -> !headphones.standsStill());
            int before = headphones.line().given(1).length;
            show.tick(10);
            show.keep();
            assertThat(headphones.line().given(1)).hasSize(before + 10 * 960);
            assertThat(headphones.opened()).isEqualTo(1);
            assertThat(show.said()).isEmpty();
        }
    }

    @Test
    void anOutputIsKeptWhenTheComputerItselfWasTooBusyToTick() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(3);
            clock.in(Duration.ofMillis(10), () -> clock.park(Duration.ofSeconds(5).toNanos()));
            show.tick(1);
            show.keep();
            show.tick(10);
            assertThat(headphones.opened()).isEqualTo(1);
            assertThat(show.said()).isEmpty();
            assertThat(show.name()).contains("ran dry 1×");
        }
    }

    @Test
    void anOutputThatRanDryIsKeptTwentyMillisecondsFurtherAhead() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(3);
            for (int times = 1; times <= 10; times++) {
                clock.park(SECOND.toNanos());
                show.tick(2);
                int ticksAhead = Math.min(3 + times, 7);
                assertThat(headphones.line().queuedFrames()).isEqualTo(ticksAhead * 960);
                assertThat(show.name()).contains("ran dry " + times + "×");
            }
        }
    }

    @Test
    void anUnpluggedOutputDoesNotStopTheShowAndComesBack() {
        var alone = new FakeComputer(clock, headphones, microphone);
        try (var show = PlayedShow.onDefaultsOf(alone)) {
            show.tick(3);
            FakeLine before = headphones.line();
            alone.unplug(headphones);
            assertThat(show.until(() -> show.name().startsWith("The default output stopped")))
                    .isEqualTo(Duration.ofMillis(2_020));
            show.keep();
            assertThat(show.said()).containsExactly(OUTPUT_LOST);
            assertThat(before.closed()).isTrue();
            assertThat(show.name()).startsWith("The default output is not there;");
            assertThat(show.tick(100)).isEqualTo(TICK.multipliedBy(100));
            alone.plug(headphones);
            show.keep();
            assertThat(show.said()).containsExactly(OUTPUT_LOST, OUTPUT_BACK);
            show.tick(1);
            assertThat(last(headphones.line())).isEqualTo(PlayedShow.MONITOR);
        }
    }

    @Test
    void anUnpluggedMicrophoneIsSilenceAndComesBack() {
        microphone.loudness = 0.25;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(10);
            assertThat(show.heard()).isEqualTo(0.25f, HAIR);
            computer.unplug(microphone);
            assertThat(show.until(() -> show.name().contains("microphone stopped working")))
                    .isEqualTo(Duration.ofMillis(500));
            assertThat(show.heard()).isZero();
            show.keep();
            String lost =
                    "The default microphone stopped working. The show goes on without the host's"
                            + " voice.";
            assertThat(show.said()).containsExactly(lost);
            show.tick(1);
            assertThat(show.heard()).isZero();
            computer.plug(microphone);
            show.keep();
            assertThat(show.said()).containsExactly(lost, "The default microphone is back.");
            show.tick(10);
            assertThat(show.heard()).isEqualTo(0.25f, HAIR);
        }
    }

    @Test
    void headphonesThatStandStillForTwoSecondsAreLookedForAnewAndTheConsoleMissesNothing() {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(10);
            headphones.standStill();
            assertThat(show.tick(100)).isEqualTo(TICK.multipliedBy(100));
            assertThat(show.name()).contains("headphones: Headphones");
            show.tick(1);
            assertThat(show.name()).doesNotContain("headphones");
            show.keep();
            headphones.goOn();
            show.keep();
            show.tick(10);
            assertThat(last(headphones.line())).isEqualTo(PlayedShow.MONITOR, HAIR);
            assertThat(show.said())
                    .containsExactly(
                            HEADPHONES_LOST,
                            "The default output, for the host's headphones, is back.");
            assertThat(loopback.opened()).isEqualTo(1);
        }
    }

    @Test
    void unpluggedHeadphonesAreSaidSoEvenIfTheConsoleIsTheOnlyOutputLeft() {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(10);
            computer.unplug(headphones);
            show.tick(101);
            show.keep();
            assertThat(show.said()).containsExactly(HEADPHONES_LOST);
            assertThat(headphones.line().closed()).isTrue();
        }
    }

    @Test
    void aShowRunsByTheClockOnAComputerWithoutAnyDevice() {
        try (var show = PlayedShow.on(new FakeComputer(clock), "Loopback")) {
            assertThat(show.tick(50)).isEqualTo(SECOND);
            show.keep();
            assertThat(show.heard()).isZero();
            assertThat(show.said())
                    .containsExactly(
                            "The output \"Loopback\" is not there. The show goes on by the"
                                    + " computer's clock.",
                            "The default microphone is not there. The show goes on without the"
                                    + " host's voice.");
        }
    }

    @Test
    void theClockCatchesUpWithASecondAndNoMore() {
        try (var show = PlayedShow.on(new FakeComputer(clock), "Loopback")) {
            show.tick(1);
            clock.park(Duration.ofSeconds(10).toNanos());
            assertThat(show.tick(51)).isEqualTo(Duration.ZERO);
            assertThat(show.tick(1)).isEqualTo(TICK);
        }
    }

    @Test
    void aDriverThatMakesAMistakeIsSaidSoAndKeepsNoOtherDeviceAway() {
        headphones.faulty = true;
        microphone.loudness = 0.25;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(20);
            String fault =
                    "The default output cannot be opened: its driver made a mistake. The show goes"
                            + " on by the computer's clock.";
            show.keep();
            assertThat(show.said()).containsExactly(fault);
            assertThat(microphone.line().closed()).isFalse();
            headphones.faulty = false;
            show.keep();
            assertThat(show.said()).containsExactly(fault, OUTPUT_BACK);
        }
    }

    @Test
    void aDeviceThatSomebodyElseHoldsIsSaidSoAndTakenWhenItIsFree() {
        headphones.busy = true;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            String held =
                    "The default output cannot be opened: another program may hold it. The show"
                            + " goes on by the computer's clock.";
            show.tick(3);
            show.keep();
            assertThat(show.said()).containsExactly(held);
            headphones.busy = false;
            show.keep();
            assertThat(show.said()).containsExactly(held, OUTPUT_BACK);
        }
    }

    @Test
    void aDeviceThatOpensButPlaysNothingForTwoSecondsIsNotTrusted() {
        headphones.standStill();
        long begun = clock.nanos();
        try (var show = PlayedShow.onDefaultsOf(new FakeComputer(clock, microphone))) {
            assertThat(show.said()).hasSize(1);
        }
        long without = clock.nanos() - begun;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            assertThat(show.said())
                    .containsExactly(
                            "The default output was opened, but nothing comes of it. The show goes"
                                    + " on by the computer's clock.");
            assertThat(Duration.ofNanos(clock.nanos() - begun - 2 * without))
                    .isEqualTo(Duration.ofMillis(2_002));
            assertThat(headphones.line().closed()).isTrue();
            assertThat(show.tick(10)).isEqualTo(TICK.multipliedBy(10));
        }
    }

    private static float last(FakeLine line) {
        float[] given = line.given(1);
        return given[given.length - 1];
    }
}
