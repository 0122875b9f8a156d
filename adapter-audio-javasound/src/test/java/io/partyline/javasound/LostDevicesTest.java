package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Devices that are missing, stand still, or go and come back in the middle of a show. That every
/// tick comes in time all the while is what [PlayedShow#tick(int)] checks.
class LostDevicesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Offset<Float> HAIR = Offset.offset(0.001f);
    private static final String DEAF = " The host hears nothing, the show goes on.";
    private static final String OUTPUT_LOST = "The default output stopped working." + DEAF;
    private static final String OUTPUT_BACK = "The default output is back.";
    private static final String HEADPHONES_LOST =
            "The default output, for the host's headphones, stopped working." + DEAF;

    private final HandTime time = new HandTime();
    private final FakeDevice headphones = FakeDevice.output("Headphones", 1, 2);
    private final FakeDevice loopback = FakeDevice.output("Loopback", 16);
    private final FakeDevice microphone = FakeDevice.microphone("USB Mic", 44_100, 2);
    private final FakeComputer computer = new FakeComputer(time, headphones, loopback, microphone);

    @Test
    void aHiccupOfAnOutputLeavesNothingOut() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(10);
            headphones.standStill();
            time.in(Duration.ofMillis(150), headphones::goOn);
            show.tick(100);
            assertThat(headphones.opened()).isEqualTo(1);
            assertThat(sounding(headphones)).isGreaterThanOrEqualTo(101 * Frames.SAMPLES);
            assertThat(show.said()).isEmpty();
        }
    }

    @Test
    void anOutputThatStandsStillForAMomentIsKeptAndHearsThePresentAfterwards() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(10);
            headphones.standStill();
            time.in(Duration.ofMillis(1_900), headphones::goOn);
            time.in(SECOND, show::keep);
            show.until(() -> !headphones.standsStill());
            show.tick(50);
            show.keep();
            assertThat(headphones.opened()).isEqualTo(1);
            assertThat(sounding(headphones)).isLessThan((10 + 50 + 20) * Frames.SAMPLES);
            assertThat(show.said()).isEmpty();
        }
    }

    @Test
    void anOutputIsKeptWhenTheComputerItselfWasTooBusyToTick() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(3);
            time.sleep(Duration.ofSeconds(5));
            show.tick(10);
            show.keep();
            show.tick(10);
            assertThat(headphones.opened()).isEqualTo(1);
            assertThat(microphone.opened()).isEqualTo(1);
            assertThat(show.said()).isEmpty();
            assertThat(show.seat()).contains("ran dry 1×");
        }
    }

    @Test
    void anOutputThatRanDryIsKeptTwentyMillisecondsFurtherAhead() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(3);
            for (int times = 1; times <= 10; times++) {
                time.sleep(SECOND);
                show.tick(5);
                int most = Math.min(3 + times, 7) * Frames.SAMPLES;
                assertThat(headphones.line().queuedFrames())
                        .isBetween(most - 2 * Frames.SAMPLES, most);
                assertThat(show.seat()).contains("ran dry " + times + "×");
            }
        }
    }

    @Test
    void anUnpluggedOutputComesBack() {
        var alone = new FakeComputer(time, headphones, microphone);
        try (var show = PlayedShow.onDefaultsOf(alone)) {
            show.tick(3);
            FakeLine before = headphones.line();
            alone.unplug(headphones);
            assertThat(show.until(() -> show.trouble().isPresent()))
                    .isBetween(Duration.ofMillis(2_000), Duration.ofMillis(2_100));
            show.keep();
            assertThat(show.said()).containsExactly(OUTPUT_LOST);
            assertThat(before.closed()).isTrue();
            assertThat(show.trouble()).contains("The default output is not there." + DEAF);
            show.tick(100);
            alone.plug(headphones);
            show.keep();
            assertThat(show.said()).containsExactly(OUTPUT_LOST, OUTPUT_BACK);
            assertThat(show.trouble()).isEmpty();
            show.tick(2);
            assertThat(last(headphones.line())).isEqualTo(PlayedShow.MONITOR);
        }
    }

    @Test
    void anUnpluggedConsoleComesBackAndTheHostMissesNothing() {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(10);
            computer.unplug(loopback);
            show.until(() -> show.console().contains("stopped working"));
            show.keep();
            show.tick(50);
            assertThat(sounding(headphones)).isBetween(158 * 960, 170 * 960);
            computer.plug(loopback);
            show.keep();
            show.tick(3);
            assertThat(last(loopback.line())).isEqualTo(PlayedShow.level(1));
            assertThat(show.said())
                    .containsExactly(
                            "The output \"Loopback\" stopped working. The show goes on without the"
                                    + " console channels.",
                            "The output \"Loopback\" is back.");
            assertThat(headphones.opened()).isEqualTo(1);
        }
    }

    @Test
    void anUnpluggedMicrophoneIsSilenceAndComesBack() {
        microphone.loudness = 0.25;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(10);
            assertThat(show.heard()).isEqualTo(0.25f, HAIR);
            computer.unplug(microphone);
            assertThat(show.until(() -> show.trouble().isPresent()))
                    .isBetween(Duration.ofMillis(500), Duration.ofMillis(540));
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
            show.tick(15);
            assertThat(show.heard()).isEqualTo(0.25f, HAIR);
        }
    }

    @Test
    void headphonesThatStandStillForTwoSecondsAreLookedForAnewAndTheConsoleMissesNothing() {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(10);
            headphones.standStill();
            show.until(() -> show.trouble().isPresent());
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
            assertThat(sounding(loopback)).isGreaterThanOrEqualTo((show.ticks() - 1) * 960);
        }
    }

    @Test
    void headphonesThatWereNamedAreNotReplacedByLoudspeakersWhileTheyAreAway() {
        var usb = FakeDevice.output("USB Headset", 2);
        computer.plug(usb);
        try (var show = PlayedShow.on(computer, "usb")) {
            show.tick(10);
            computer.unplug(usb);
            show.until(() -> show.trouble().isPresent());
            show.keep();
            show.tick(10);
            assertThat(headphones.opened()).isZero();
            assertThat(show.trouble()).contains("The output \"usb\" is not there." + DEAF);
        }
    }

    @Test
    void aConsoleThatIsPluggedInLateLeavesTheDefaultOutputToTheHost() {
        computer.unplug(loopback);
        try (var show = PlayedShow.on(computer, "Loopback")) {
            show.tick(10);
            computer.plug(loopback);
            show.keep();
            show.tick(10);
            assertThat(last(loopback.line())).isEqualTo(PlayedShow.level(1));
            assertThat(last(headphones.line())).isEqualTo(PlayedShow.MONITOR);
            assertThat(show.trouble()).isEmpty();
        }
    }

    @Test
    void aShowRunsOnAComputerWithoutAnyDevice() {
        try (var show = PlayedShow.on(new FakeComputer(time), "Loopback")) {
            show.tick(50);
            show.keep();
            assertThat(show.heard()).isZero();
            assertThat(show.said())
                    .containsExactly(
                            "The default microphone is not there. The show goes on without the"
                                    + " host's voice.",
                            "The output \"Loopback\" is not there." + DEAF,
                            "The output \"Loopback\" is not there. The show goes on without the"
                                    + " console channels.");
        }
    }

    @Test
    void aDeviceThatSomebodyElseHoldsIsSaidSoAndTakenWhenItIsFree() {
        headphones.busy = true;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            String held =
                    "The default output cannot be opened: another program may hold it." + DEAF;
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
        try (var show = PlayedShow.onDefaultsOf(new FakeComputer(time, headphones))) {
            assertThat(show.trouble().map(words -> words.contains("nothing comes of it")))
                    .isEqualTo(Optional.of(true));
            assertThat(headphones.line().closed()).isTrue();
            show.tick(10);
        }
    }

    private static float last(FakeLine line) {
        float[] given = line.given(1);
        return given[given.length - 1];
    }

    /// Samples that are not silence.
    private static int sounding(FakeDevice device) {
        int count = 0;
        for (float sample : device.line().given(1)) {
            count += sample == 0 ? 0 : 1;
        }
        return count;
    }
}
