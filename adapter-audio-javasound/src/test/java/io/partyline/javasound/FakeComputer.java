package io.partyline.javasound;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sound.sampled.Mixer;

/// A computer whose devices can be plugged and unplugged; the first output and the first microphone
/// are the defaults.
final class FakeComputer {
    private final List<FakeDevice> devices = new CopyOnWriteArrayList<>();

    static FakeComputer with(FakeDevice... devices) {
        var computer = new FakeComputer();
        computer.devices.addAll(List.of(devices));
        return computer;
    }

    SoundDevices devices() {
        return new SoundDevices(() -> List.<Mixer>copyOf(devices));
    }

    void unplug(FakeDevice device) {
        device.dead = true;
        devices.remove(device);
    }

    void plug(FakeDevice device) {
        device.dead = false;
        devices.add(device);
    }
}
