package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The audio thread makes no garbage here either. The devices run twenty times as fast as real
/// ones, so that outputs run dry and a microphone brings too much, and need not be waited for.
class RackAllocationTest {
    private static final int TICKS = 150;

    @Test
    void manyTicksAllocateNothing() {
        var console = FakeDevice.outputAt(44_100, "Console", 4);
        var headphones = FakeDevice.output("Headphones", 2);
        var microphone = FakeDevice.microphone("Microphone", 44_100, 2);
        console.speed = headphones.speed = microphone.speed = 20;
        var settings = new SoundSettings(Optional.of("console"), Optional.empty());
        var computer = FakeComputer.with(headphones, console, microphone);
        try (var rack = new Rack(computer.devices(), settings, 4, _ -> {})) {
            rack.tend();
            rack.begin();
            turn(rack);
            var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            threads.getCurrentThreadAllocatedBytes();

            long before = threads.getCurrentThreadAllocatedBytes();
            turn(rack);
            long after = threads.getCurrentThreadAllocatedBytes();

            assertThat(after - before).isZero();
            assertThat(rack.words()).contains("ran dry", "headphones: Headphones");
        }
    }

    private static void turn(Rack rack) {
        for (int i = 0; i < TICKS; i++) {
            rack.turn((_, _, _) -> {});
        }
    }
}
