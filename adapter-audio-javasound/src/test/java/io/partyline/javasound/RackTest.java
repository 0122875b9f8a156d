package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// What is played where, and how fast, while every device works.
class RackTest {
    private static final Offset<Float> HAIR = Offset.offset(0.001f);
    private static final Duration TICK = Duration.ofMillis(20);

    /// An output is filled so far with silence before the first tick: 40 ms.
    private static final int FILLED = 2 * Frames.SAMPLES;

    private final HandClock clock = new HandClock();
    private final FakeDevice headphones = FakeDevice.output("Headphones", 1, 2);
    private final FakeDevice loopback = FakeDevice.output("Loopback", 1, 2, 16);
    private final FakeDevice microphone = FakeDevice.microphone("USB Mic", 44_100, 2);
    private final FakeComputer computer = new FakeComputer(clock, headphones, loopback, microphone);

    @Test
    void aNamedDeviceWithEnoughChannelsPlaysEachChannelAlone() {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(10);
            FakeLine line = loopback.line();
            for (int channel = 1; channel <= PlayedShow.CHANNELS; channel++) {
                assertThat(line.given(channel))
                        .isEqualTo(filledAndThen(10, PlayedShow.level(channel)));
            }
            assertThat(line.given(9)).isEqualTo(filledAndThen(10, 0));
            assertThat(line.given(16)).isEqualTo(filledAndThen(10, 0));
            assertThat(show.name())
                    .isEqualTo(
                            "Loopback, 16 channels; microphone: USB Mic; headphones: Headphones, 2"
                                    + " channels");
            assertThat(show.said()).isEmpty();
        }
    }

    @Test
    void theHostHearsTheMonitorOnTheDefaultDeviceBesideTheConsole() {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(10);
            for (int channel = 1; channel <= 2; channel++) {
                float[] given = headphones.line().given(channel);
                // They were started after the console, and so have room a tick later.
                assertThat(given.length).isEqualTo(FILLED + 9 * Frames.SAMPLES);
                float[] end = Arrays.copyOfRange(given, given.length - 5 * 960, given.length);
                assertThat(end).containsOnly(new float[] {PlayedShow.MONITOR}, HAIR);
            }
        }
    }

    @Test
    void theDefaultDeviceGetsTheMonitorHoweverManyChannelsItOffers() {
        var any = FakeDevice.output("default", 1, 2, 8);
        try (var show = PlayedShow.onDefaultsOf(new FakeComputer(clock, any))) {
            show.tick(10);
            assertThat(any.line().given(1)).isEqualTo(filledAndThen(10, PlayedShow.MONITOR));
            assertThat(any.line().given(2)).isEqualTo(filledAndThen(10, PlayedShow.MONITOR));
            assertThat(any.line().getFormat().getChannels()).isEqualTo(2);
        }
    }

    @Test
    void aNamedDeviceWithTooFewChannelsGetsTheMonitor() {
        try (var show = PlayedShow.on(computer, "headphones")) {
            show.tick(10);
            assertThat(headphones.line().given(1)).isEqualTo(filledAndThen(10, PlayedShow.MONITOR));
            assertThat(headphones.opened()).isEqualTo(1);
        }
    }

    @Test
    void aDeviceOfAnotherRatePlaysTheSameSound() {
        var old = FakeDevice.outputAt(44_100, "Old", 2);
        try (var show = PlayedShow.onDefaultsOf(new FakeComputer(clock, old))) {
            show.tick(20);
            float[] given = old.line().given(2);
            assertThat(given.length).isEqualTo((2 + 20) * 882);
            assertThat(given[given.length - 1]).isEqualTo(PlayedShow.MONITOR, HAIR);
            assertThat(show.tick(50)).isBetween(TICK.multipliedBy(49), TICK.multipliedBy(51));
        }
    }

    @Test
    void theFirstChannelOfAMicrophoneOfAnotherRateIsHeard() {
        microphone.loudness = 0.25;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(6);
            assertThat(show.heard()).isEqualTo(0.25f, HAIR);
            microphone.loudness = -0.5;
            show.tick(6);
            assertThat(show.heard()).isEqualTo(-0.5f, HAIR);
            for (int i = 0; i < 150; i++) {
                show.tick(1);
                assertThat(show.heard()).as("at the show's own rate").isEqualTo(-0.5f, HAIR);
            }
        }
    }

    @Test
    void theOutputSetsThePaceAndIsKeptSixtyMillisecondsAhead() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(2);
            for (int i = 0; i < 100; i++) {
                assertThat(show.tick(1)).isEqualTo(TICK);
                assertThat(headphones.line().queuedFrames()).isEqualTo(3 * Frames.SAMPLES);
            }
            assertThat(headphones.line().given(1)).isEqualTo(filledAndThen(102, -0.5f));
        }
    }

    @Test
    void anOutputWhoseClockIsFastSetsAFasterPace() {
        headphones.speed = 1.25;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(2);
            assertThat(show.tick(500)).isCloseTo(Duration.ofSeconds(8), Duration.ofMillis(20));
            assertThat(show.name()).doesNotContain("ran dry");
        }
    }

    @Test
    void headphonesWhoseClockIsFastAreFedOftenerThanTheConsole() {
        headphones.speed = 1.25;
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(2);
            assertThat(show.tick(500)).isEqualTo(TICK.multipliedBy(500));
            assertThat(headphones.line().given(1).length / 960).isBetween(625, 629);
            assertThat(show.name()).doesNotContain("ran dry");
        }
    }

    @Test
    void everyLineIsGivenBackAtTheEnd() {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(3);
        }
        assertThat(List.of(loopback, headphones, microphone))
                .allMatch(device -> device.line().closed());
    }

    /// What an output at 48 kHz was given that never ran dry.
    private static float[] filledAndThen(int ticks, float value) {
        var samples = new float[FILLED + ticks * Frames.SAMPLES];
        Arrays.fill(samples, FILLED, samples.length, value);
        return samples;
    }
}
