package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Devices in which the audio thread is caught: a write or a read that does not come back.
class StuckDevicesTest {
    private final HandClock clock = new HandClock();
    private final FakeDevice headphones = FakeDevice.output("Headphones", 2);
    private final FakeDevice loopback = FakeDevice.output("Loopback", 16);
    private final FakeDevice microphone = FakeDevice.microphone("USB Mic", 48_000, 1);
    private final FakeComputer computer = new FakeComputer(clock, headphones, loopback, microphone);

    @Test
    void anOutputThatDoesNotReturnFromAWriteIsClosedAfterASecond() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(3);
            assertThat(caughtIn(headphones, show)).isEqualTo(Duration.ofMillis(1_030));
            assertThat(headphones.line().closed()).isTrue();
            assertThat(microphone.line().closed()).isFalse();
            headphones.stuck = false;
            show.keep();
            show.tick(3);
            assertThat(show.said())
                    .containsExactly(
                            "The default output stopped working. The show goes on by the"
                                    + " computer's clock.",
                            "The default output is back.");
        }
    }

    @Test
    void headphonesThatDoNotReturnFromAWriteAreClosedAndTheConsoleIsNot() {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(3);
            caughtIn(headphones, show);
            assertThat(headphones.line().closed()).isTrue();
            assertThat(loopback.line().closed()).isFalse();
            headphones.stuck = false;
            show.keep();
            show.tick(3);
            assertThat(show.said())
                    .containsExactly(
                            "The default output, for the host's headphones, stopped working. The"
                                    + " show goes on without it.",
                            "The default output, for the host's headphones, is back.");
            assertThat(loopback.opened()).isEqualTo(1);
        }
    }

    @Test
    void aMicrophoneThatDoesNotReturnFromAReadIsClosedAndTheOutputIsNot() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(3);
            caughtIn(microphone, show);
            assertThat(microphone.line().closed()).isTrue();
            assertThat(headphones.line().closed()).isFalse();
            microphone.stuck = false;
            show.until(() -> show.name().contains("microphone stopped working"));
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
    void aWriteThatTakesASecondIsLetBe() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(3);
            headphones.stuck = true;
            clock.in(
                    Duration.ofMillis(1_020),
                    () -> {
                        show.keep();
                        headphones.stuck = false;
                    });
            show.tick(10);
            show.keep();
            assertThat(headphones.opened()).isEqualTo(1);
            assertThat(show.said()).isEmpty();
        }
    }

    @Test
    void noDeviceIsClosedWhileTheTickItselfTakesLong() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(3);
            clock.park(Duration.ofSeconds(5).toNanos());
            show.keep();
            assertThat(headphones.line().closed()).isFalse();
            assertThat(show.said()).isEmpty();
        }
    }

    /// Keeps the devices just before and just after a second in there.
    ///
    /// @return how long the tick took
    private Duration caughtIn(FakeDevice device, PlayedShow show) {
        device.stuck = true;
        clock.in(Duration.ofSeconds(1), show::keep);
        clock.in(Duration.ofMillis(1_025), show::keep);
        return show.tick(1);
    }
}
