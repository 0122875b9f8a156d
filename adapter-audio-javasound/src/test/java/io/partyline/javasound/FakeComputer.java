package io.partyline.javasound;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A computer whose devices can be plugged and unplugged, and go by its clock; the first output and
/// the first microphone are the defaults.
final class FakeComputer {
    final NanoTime time;
    private final List<FakeDevice> devices = new CopyOnWriteArrayList<>();

    FakeComputer(NanoTime time, FakeDevice... devices) {
        this.time = time;
        List.of(devices).forEach(this::plug);
    }

    SoundDevices devices() {
        return new SoundDevices(() -> devices.stream().map(FakeDevice::mixer).toList());
    }

    void unplug(FakeDevice device) {
        device.standStill();
        devices.remove(device);
    }

    void plug(FakeDevice device) {
        device.plugInto(time);
        devices.add(device);
    }
}
