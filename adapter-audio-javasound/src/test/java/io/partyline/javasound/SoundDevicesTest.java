package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javax.sound.sampled.Mixer;
import org.junit.jupiter.api.Test;

class SoundDevicesTest {
    private final SoundDevices devices =
            new FakeComputer(
                            new HandTime(),
                            FakeDevice.microphone("Built-in", 48_000, 1),
                            FakeDevice.output("USB 2", 2),
                            FakeDevice.output("USB", 2),
                            FakeDevice.output("", 2))
                    .devices();

    @Test
    void outputsAndInputsAreListedByName() {
        assertThat(devices.outputs()).containsExactly("USB 2", "USB", "nameless device");
        assertThat(devices.inputs()).containsExactly("Built-in");
    }

    @Test
    void aWholeNameCountsMoreThanAPartOfOne() {
        assertThat(output("usb")).contains("USB");
        assertThat(output("b 2")).contains("USB 2");
        assertThat(output("Loopback")).isEmpty();
    }

    @Test
    void withoutANameTheFirstThatFitsIsTheDefault() {
        assertThat(devices.output(Optional.empty()).map(SoundDevices::name)).contains("USB 2");
        assertThat(devices.input(Optional.empty()).map(SoundDevices::name)).contains("Built-in");
    }

    private Optional<String> output(String name) {
        Optional<Mixer> mixer = devices.output(Optional.of(name));
        return mixer.map(SoundDevices::name);
    }
}
