package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Devices in which their thread is caught, a write or a read that does not come back, and devices
/// whose driver makes mistakes. None of them makes a tick late.
class StuckDevicesTest {
    private static final String DEAF = " The host hears nothing, the show goes on.";

    private final HandTime time = new HandTime();
    private final FakeDevice headphones = FakeDevice.output("Headphones", 2);
    private final FakeDevice loopback = FakeDevice.output("Loopback", 16);
    private final FakeDevice microphone = FakeDevice.microphone("USB Mic", 48_000, 1);
    private final FakeComputer computer = new FakeComputer(time, headphones, loopback, microphone);

    @Test
    void headphonesThatDoNotReturnFromAWriteAreClosedAfterASecondAndTheConsoleIsNot() {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(10);
            assertThat(caughtIn(headphones, show)).isEqualTo(53);
            assertThat(headphones.line().closed()).isTrue();
            assertThat(loopback.line().closed()).isFalse();
            assertThat(microphone.line().closed()).isFalse();
            headphones.stuck = false;
            show.keep();
            show.tick(3);
            assertThat(show.said())
                    .containsExactly(
                            "The default output, for the host's headphones, stopped working."
                                    + DEAF,
                            "The default output, for the host's headphones, is back.");
            assertThat(loopback.opened()).isEqualTo(1);
        }
    }

    @Test
    void aConsoleThatDoesNotReturnFromAWriteIsClosedAndTheHostNoticesNothing() {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(10);
            caughtIn(loopback, show);
            assertThat(loopback.line().closed()).isTrue();
            assertThat(headphones.opened()).isEqualTo(1);
            assertThat(headphones.line().given(1).length).isGreaterThan(60 * 960);
            assertThat(show.seat()).doesNotContain("ran dry");
            assertThat(show.trouble()).isEmpty();
        }
    }

    @Test
    void aMicrophoneThatDoesNotReturnFromAReadIsClosedAndComesBack() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(10);
            caughtIn(microphone, show);
            assertThat(microphone.line().closed()).isTrue();
            assertThat(headphones.line().closed()).isFalse();
            microphone.stuck = false;
            show.until(() -> show.trouble().isPresent());
            show.keep();
            assertThat(show.said())
                    .containsExactly(
                            "The default microphone stopped working. The show goes on without the"
                                    + " host's voice.",
                            "The default microphone is back.");
            assertThat(headphones.opened()).isEqualTo(1);
        }
    }

    @Test
    void aWriteThatTakesAlmostASecondIsLetBe() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(10);
            headphones.stuck = true;
            time.in(
                    Duration.ofMillis(960),
                    () -> {
                        show.keep();
                        headphones.stuck = false;
                    });
            show.until(() -> !headphones.stuck);
            show.tick(10);
            show.keep();
            assertThat(headphones.opened()).isEqualTo(1);
            assertThat(show.said()).isEmpty();
        }
    }

    @Test
    void aDriverThatMakesAMistakeWhenItPlaysIsLeftAndComesBack() {
        assertMistakesAreSurvived(headphones, "The default output", DEAF);
    }

    @Test
    void aDriverThatMakesAMistakeWhenItHearsIsLeftAndComesBack() {
        assertMistakesAreSurvived(
                microphone,
                "The default microphone",
                " The show goes on without the host's voice.");
    }

    private void assertMistakesAreSurvived(FakeDevice device, String name, String meanwhile) {
        microphone.loudness = 0.25;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(10);
            device.faultyInUse = true;
            show.tick(10);
            assertThat(show.trouble()).contains(name + " stopped working." + meanwhile);
            show.keep();
            show.tick(10);
            assertThat(show.trouble())
                    .contains(
                            "%s cannot be opened: its driver made a mistake.%s"
                                    .formatted(name, meanwhile));
            device.faultyInUse = false;
            show.keep();
            show.tick(20);
            assertThat(show.trouble()).isEmpty();
            assertThat(show.heard()).isEqualTo(0.25f);
            assertThat(headphones.line().given(1)[60 * 96]).isEqualTo(PlayedShow.MONITOR);
            assertThat(show.said())
                    .containsExactly(name + " stopped working." + meanwhile, name + " is back.");
        }
    }

    @Test
    void aDriverThatMakesAMistakeWhenItOpensKeepsNoOtherDeviceAway() {
        headphones.faulty = true;
        microphone.loudness = 0.25;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(20);
            show.keep();
            assertThat(show.heard()).isEqualTo(0.25f);
            assertThat(show.said())
                    .containsExactly(
                            "The default output cannot be opened: its driver made a mistake."
                                    + DEAF);
        }
    }

    /// Keeps the devices just before and just after a second in there.
    ///
    /// @return the ticks in that time
    private int caughtIn(FakeDevice device, PlayedShow show) {
        int before = show.ticks();
        device.stuck = true;
        show.until(() -> device.entered.getCount() == 0 || device.line().closed());
        time.in(Duration.ofMillis(500), show::keep);
        time.in(Duration.ofMillis(1_050), show::keep);
        show.until(() -> device.line().closed());
        return show.ticks() - before;
    }
}
