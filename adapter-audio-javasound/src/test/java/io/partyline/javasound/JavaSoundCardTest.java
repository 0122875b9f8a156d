package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class JavaSoundCardTest {
    private static final Offset<Float> HAIR = Offset.offset(0.001f);

    private final FakeDevice headphones = FakeDevice.output("Headphones", 1, 2);
    private final FakeDevice loopback = FakeDevice.output("Loopback", 1, 2, 16);
    private final FakeDevice microphone = FakeDevice.microphone("USB Mic", 44_100, 2);
    private final FakeComputer computer = FakeComputer.with(headphones, loopback, microphone);

    @Test
    void aNamedDeviceWithEnoughChannelsPlaysEachChannelAlone() throws Exception {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.tick(10);
            FakeLine line = loopback.line();
            for (int channel = 1; channel <= PlayedShow.CHANNELS; channel++) {
                assertThat(values(line.given(channel)))
                        .containsExactly(0f, PlayedShow.level(channel));
            }
            assertThat(values(line.given(9))).containsExactly(0f);
            assertThat(show.name())
                    .startsWith("Loopback, 16 channels")
                    .contains("; microphone: USB Mic");
        }
    }

    @Test
    void theHostHearsTheMonitorOnTheDefaultDeviceBesideTheConsole() throws Exception {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.until(() -> headphones.opened() > 0 && last(headphones.line(), 1) != 0);
            show.tick(5);
            assertThat(last(headphones.line(), 1)).isEqualTo(PlayedShow.MONITOR, HAIR);
            assertThat(last(headphones.line(), 2)).isEqualTo(PlayedShow.MONITOR, HAIR);
            assertThat(show.name()).contains("headphones: Headphones");
        }
    }

    @Test
    void theDefaultDeviceGetsTheMonitorHoweverManyChannelsItOffers() throws Exception {
        var any = FakeDevice.output("default", 1, 2, 8);
        try (var show = PlayedShow.onDefaultsOf(FakeComputer.with(any))) {
            show.tick(10);
            assertThat(values(any.line().given(1))).containsExactly(0f, PlayedShow.MONITOR);
            assertThat(values(any.line().given(2))).containsExactly(0f, PlayedShow.MONITOR);
            assertThat(any.line().getFormat().getChannels()).isEqualTo(2);
        }
    }

    @Test
    void aNamedDeviceWithTooFewChannelsGetsTheMonitor() throws Exception {
        try (var show = PlayedShow.on(computer, "headphones")) {
            show.tick(10);
            assertThat(values(headphones.line().given(1))).containsExactly(0f, PlayedShow.MONITOR);
        }
    }

    @Test
    void aDeviceOfAnotherRatePlaysTheSameSound() throws Exception {
        var old = FakeDevice.outputAt(44_100, "Old", 2);
        try (var show = PlayedShow.onDefaultsOf(FakeComputer.with(old))) {
            show.tick(20);
            float[] given = old.line().given(2);
            assertThat(given[given.length - 1]).isEqualTo(PlayedShow.MONITOR, HAIR);
            assertThat((double) given.length / show.ticks()).isBetween(800.0, 1_100.0);
        }
    }

    @Test
    void theFirstChannelOfAMicrophoneOfAnotherRateIsHeard() throws Exception {
        microphone.loudness = 0.25;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.until(() -> Math.abs(show.heard() - 0.25) < 0.001);
            microphone.loudness = -0.5;
            show.until(() -> Math.abs(show.heard() + 0.5) < 0.001);
        }
    }

    @Test
    void theOutputSetsThePaceAndIsKeptAShortTimeAhead() throws Exception {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            for (int round = 0; round < 20; round++) {
                show.tick(1);
                int given = headphones.line().given(1).length / 960;
                assertThat(given - headphones.line().playedFrames() / 960).isBetween(0L, 8L);
            }
        }
    }

    @Test
    void anOutputThatStandsStillForAMomentIsKept() throws Exception {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(3);
            headphones.dead = true;
            show.tick(20);
            headphones.dead = false;
            int before = headphones.line().given(1).length;
            show.until(() -> headphones.line().given(1).length > before);
            assertThat(headphones.opened()).isEqualTo(1);
            assertThat(show.saidBesides()).isEmpty();
        }
    }

    @Test
    void anUnpluggedOutputDoesNotStopTheShowAndComesBack() throws Exception {
        var alone = FakeComputer.with(headphones, microphone);
        try (var show = PlayedShow.onDefaultsOf(alone)) {
            show.tick(3);
            FakeLine before = headphones.line();
            alone.unplug(headphones);
            assertThat(show.nextSaid())
                    .isEqualTo(
                            "The default output stopped working. The show goes on by the"
                                    + " computer's clock.");
            show.tick(20);
            assertThat(before.closed()).isTrue();
            assertThat(show.name()).startsWith("The default output is not there;");
            alone.plug(headphones);
            assertThat(show.nextSaid()).isEqualTo("The default output is back.");
            show.until(() -> last(headphones.line(), 1) == PlayedShow.MONITOR);
            assertThat(show.saidBesides()).isEmpty();
        }
    }

    @Test
    void anUnpluggedMicrophoneIsSilenceAndComesBack() throws Exception {
        microphone.loudness = 0.25;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.until(() -> show.heard() > 0.2);
            computer.unplug(microphone);
            assertThat(show.nextSaid())
                    .isEqualTo(
                            "The default microphone stopped working. The show goes on without the"
                                    + " host's voice.");
            show.until(() -> show.heard() == 0);
            computer.plug(microphone);
            assertThat(show.nextSaid()).isEqualTo("The default microphone is back.");
            show.until(() -> show.heard() > 0.2);
        }
    }

    @Test
    void anOutputThatNeverReturnsFromAWriteIsClosed() throws Exception {
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            show.tick(3);
            headphones.stuck = true;
            assertThat(show.nextSaid()).startsWith("The default output stopped working.");
            headphones.stuck = false;
            assertThat(show.nextSaid()).isEqualTo("The default output is back.");
            show.tick(3);
        }
    }

    @Test
    void aShowRunsOnAComputerWithoutAnyDevice() throws Exception {
        try (var show = PlayedShow.on(new FakeComputer(), "Loopback")) {
            show.tick(5);
            assertThat(List.of(show.nextSaid(), show.nextSaid()))
                    .containsExactly(
                            "The output \"Loopback\" is not there. The show goes on by the"
                                    + " computer's clock.",
                            "The default microphone is not there. The show goes on without the"
                                    + " host's voice.");
        }
    }

    @Test
    void aDeviceThatSomebodyElseHoldsIsSaidSoAndTakenWhenItIsFree() throws Exception {
        headphones.busy = true;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            assertThat(show.nextSaid()).contains("does another program hold it?");
            show.tick(3);
            headphones.busy = false;
            assertThat(show.nextSaid()).isEqualTo("The default output is back.");
        }
    }

    @Test
    void aDeviceThatOpensButPlaysNothingIsNotTrusted() throws Exception {
        headphones.dead = true;
        try (var show = PlayedShow.onDefaultsOf(computer)) {
            assertThat(show.nextSaid()).contains("was opened, but nothing comes of it");
            show.tick(3);
            assertThat(headphones.firstLine().closed()).isTrue();
        }
    }

    @Test
    void everyLineIsGivenBackAtTheEnd() throws Exception {
        try (var show = PlayedShow.on(computer, "loopback")) {
            show.until(() -> headphones.opened() > 0);
        }
        assertThat(List.of(loopback, headphones, microphone))
                .allMatch(device -> device.line().closed());
    }

    /// The values in order of their size, each once: where the computer was too slow, silence lies
    /// between them.
    private static List<Float> values(float[] samples) {
        var values = new TreeSet<Float>(Comparator.comparingDouble(Math::abs));
        for (float sample : samples) {
            values.add(sample);
        }
        return List.copyOf(values);
    }

    private static float last(FakeLine line, int channel) {
        float[] given = line.given(channel);
        return given.length == 0 ? 0 : given[given.length - 1];
    }
}
