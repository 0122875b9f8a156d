package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is played where, and how far ahead, while every device works.
class SeatAndConsoleTest {
    private static final Offset<Float> HAIR = Offset.offset(0.001f);

    private final HandTime time = new HandTime();
    private final FakeDevice headphones = FakeDevice.output("Headphones", 1, 2);
    private final FakeDevice loopback = FakeDevice.output("Loopback", 1, 2, 16);
    private final FakeDevice microphone = FakeDevice.microphone("USB Mic", 44_100, 2);
    private final FakeComputer computer = new FakeComputer(time, headphones, loopback, microphone);

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void aNamedDeviceWithEnoughChannelsPlaysEachChannelAloneAndToTheBit(int channels) {
        var device = FakeDevice.output("Console", channels);
        computer.plug(device);
        try (var show = PlayedShow.on(computer, "console", channels)) {
            show.tick(50);
            for (int channel = 1; channel <= channels; channel++) {
                assertPlayed(device.line(), channel, 49, PlayedShow.level(channel));
            }
            assertThat(show.console()).isEqualTo("Console, " + channels + " channels");
        }
    }

    @Test
    void theHostSitsAtTheDefaultDevicesBesideTheConsole() {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(50);
            assertPlayed(headphones.line(), 1, 49, PlayedShow.MONITOR);
            assertPlayed(headphones.line(), 2, 49, PlayedShow.MONITOR);
            assertPlayed(loopback.line(), 8, 49, PlayedShow.level(8));
            assertThat(loopback.line().given(9)).containsOnly(0);
            assertThat(loopback.line().given(16)).containsOnly(0);
            assertThat(show.seat())
                    .isEqualTo("microphone: USB Mic; headphones: Headphones, 2 channels");
            assertThat(show.console()).isEqualTo("Loopback, 16 channels");
            assertThat(show.trouble()).isEmpty();
            assertThat(show.said()).isEmpty();
        }
    }

    @Test
    void theDefaultDeviceGetsTheMonitorHoweverManyChannelsItOffers() {
        var any = FakeDevice.output("default", 1, 2, 8);
        try (var show = PlayedShow.onDefaultsOf(new FakeComputer(time, any))) {
            show.tick(10);
            assertPlayed(any.line(), 1, 9, PlayedShow.MONITOR);
            assertPlayed(any.line(), 2, 9, PlayedShow.MONITOR);
            assertThat(any.line().getFormat().getChannels()).isEqualTo(2);
            assertThat(show.console()).isEqualTo("none");
        }
    }

    @Test
    void aNamedDeviceWithTooFewChannelsGetsTheMonitorAndThereIsNoConsole() {
        try (var show = PlayedShow.on(computer, "headphones")) {
            show.tick(10);
            assertPlayed(headphones.line(), 1, 9, PlayedShow.MONITOR);
            assertThat(headphones.opened()).isEqualTo(1);
            assertThat(show.console()).isEqualTo("none");
            assertThat(show.said()).isEmpty();
        }
    }

    @Test
    void aHostWhoseOnlyOutputIsTheConsoleIsToldThatTheyHearNothing() {
        var only = new FakeComputer(time, loopback, microphone);
        try (var show = PlayedShow.on(only, "loopback")) {
            show.tick(10);
            assertPlayed(loopback.line(), 1, 9, PlayedShow.level(1));
            assertThat(show.trouble())
                    .contains(
                            "The default output, for the host's headphones, is the console itself."
                                    + " The host hears nothing, the show goes on.");
        }
    }

    @Test
    void aDeviceOfAnotherRatePlaysTheSameSound() {
        var old = FakeDevice.outputAt(44_100, "Old", 2);
        try (var show = PlayedShow.onDefaultsOf(new FakeComputer(time, old))) {
            show.tick(50);
            float[] given = old.line().given(2);
            assertThat(given.length).isBetween(49 * 882, 54 * 882);
            assertThat(given[given.length - 1]).isEqualTo(PlayedShow.MONITOR, HAIR);
        }
    }

    @Test
    void theFirstChannelOfAMicrophoneOfAnotherRateIsHeard() {
        microphone.loudness = 0.25;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(10);
            assertThat(show.heard()).isEqualTo(0.25f, HAIR);
            microphone.loudness = -0.5;
            show.tick(10);
            for (int i = 0; i < 150; i++) {
                show.tick(1);
                assertThat(show.heard()).as("at the show's own rate").isEqualTo(-0.5f, HAIR);
            }
        }
    }

    @Test
    void anOutputIsKeptUpToSixtyMillisecondsAhead() {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(5);
            for (int i = 0; i < 100; i++) {
                show.tick(1);
                assertThat(headphones.line().queuedFrames())
                        .isBetween(Frames.SAMPLES, 3 * Frames.SAMPLES);
            }
        }
    }

    /// As far apart as clocks of sound cards get, each in another direction: in a minute, the
    /// headphones need 24 ms more than they are given, and the console as much less.
    @Test
    void everyDeviceGoesByItsOwnClockAndTheShowByNone() {
        headphones.speed = 1 + 400e-6;
        loopback.speed = 1 - 400e-6;
        microphone.speed = 1 - 400e-6;
        microphone.loudness = 0.25;
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(10);
            for (int i = 0; i < 3_000; i++) {
                show.tick(1);
                assertThat(show.heard()).isEqualTo(0.25f, HAIR);
            }
            assertThat(show.seat()).doesNotContain("ran dry");
            assertThat(show.console()).doesNotContain("ran dry");
            assertThat(headphones.line().played())
                    .isCloseTo((long) (60.2 * Frames.RATE * (1 + 400e-6)), Offset.offset(2_000L));
            assertThat(headphones.opened() + loopback.opened() + microphone.opened()).isEqualTo(3);
        }
    }

    /// The silence in between is what it lacked: nobody can keep it ahead.
    @Test
    void aConsoleThatTakesEverythingAtOnceMissesNothing() {
        var file = FakeDevice.output("File", 8);
        file.takesAtOnce = true;
        computer.plug(file);
        try (var show = PlayedShow.on(computer, "file")) {
            show.tick(50);
            int sounding = 0;
            for (float sample : file.line().given(3)) {
                assertThat(sample).isIn(0f, PlayedShow.level(3));
                sounding += sample == 0 ? 0 : 1;
            }
            assertThat(sounding).isBetween(49 * Frames.SAMPLES, 50 * Frames.SAMPLES);
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

    @Test
    void withoutANamedOutputThereIsNoConsole() {
        var settings = new SoundSettings(Optional.empty(), Optional.empty(), 8);
        assertThat(JavaSoundConsole.of(settings, computer.devices()).isOff()).isTrue();
    }

    /// From its first tick on, a device has played this and nothing else.
    private static void assertPlayed(FakeLine line, int channel, int ticks, float value) {
        float[] given = line.given(channel);
        int silent = 0;
        while (silent < given.length && given[silent] == 0) {
            silent++;
        }
        assertThat(given.length - silent)
                .isBetween(ticks * Frames.SAMPLES, (ticks + 1) * Frames.SAMPLES);
        for (int i = silent; i < given.length; i++) {
            assertThat(given[i]).isEqualTo(value);
        }
    }
}
