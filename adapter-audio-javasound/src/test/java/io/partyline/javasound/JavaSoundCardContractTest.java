package io.partyline.javasound;

import io.partyline.port.SoundCard;
import io.partyline.rehearsal.SoundCardContract;
import java.time.Duration;
import java.util.Optional;

class JavaSoundCardContractTest extends SoundCardContract {
    @Override
    protected SoundCard card() {
        var computer =
                FakeComputer.with(
                        FakeDevice.output("Headphones", 2),
                        FakeDevice.microphone("Microphone", 48_000, 1));
        return new JavaSoundCard(
                computer.devices(),
                new SoundSettings(Optional.empty(), Optional.empty()),
                Duration.ofSeconds(1),
                _ -> {});
    }
}
