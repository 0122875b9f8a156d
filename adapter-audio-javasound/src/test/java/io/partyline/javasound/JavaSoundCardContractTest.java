package io.partyline.javasound;

import io.partyline.port.SoundCard;
import io.partyline.rehearsal.SoundCardContract;
import java.time.Duration;
import java.util.Optional;

class JavaSoundCardContractTest extends SoundCardContract {
    @Override
    protected SoundCard card() {
        var computer =
                new FakeComputer(
                        ComputerClock.ofThisComputer(),
                        FakeDevice.output("Headphones", 2),
                        FakeDevice.microphone("Microphone", 48_000, 1));
        return new JavaSoundCard(
                computer.devices(),
                new SoundSettings(Optional.empty(), Optional.empty()),
                Duration.ofSeconds(1),
                _ -> {},
                computer.clock);
    }
}
