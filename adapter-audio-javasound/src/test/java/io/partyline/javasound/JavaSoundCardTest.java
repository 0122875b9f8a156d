package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The card's own two threads. What they do with the devices is tested in [RackTest] and beside it,
/// in a time that stands still when nobody waits.
class JavaSoundCardTest {
    private final FakeDevice headphones = FakeDevice.output("Headphones", 2);
    private final FakeDevice microphone = FakeDevice.microphone("Microphone", 48_000, 1);
    private final FakeComputer computer =
            new FakeComputer(ComputerClock.ofThisComputer(), headphones, microphone);
    private final JavaSoundCard card =
            new JavaSoundCard(
                    computer.devices(),
                    new SoundSettings(Optional.empty(), Optional.empty()),
                    Duration.ofMillis(20),
                    _ -> {},
                    computer.clock);

    @Test
    void itTicksUntilItIsClosedAndGivesEveryLineBack() throws Exception {
        var ticks = new CountDownLatch(5);
        card.start(8, (_, _, _) -> ticks.countDown());
        assertThat(ticks.await(30, TimeUnit.SECONDS)).isTrue();
        card.close();
        assertThat(List.of(headphones, microphone)).allMatch(device -> device.line().closed());
    }

    @Test
    void aWriteThatNeverReturnsDoesNotKeepItFromClosing() throws Exception {
        card.start(8, (_, _, _) -> headphones.stuck = true);
        assertThat(headphones.entered.await(30, TimeUnit.SECONDS)).isTrue();
        card.close();
        assertThat(List.of(headphones, microphone)).allMatch(device -> device.line().closed());
    }
}
