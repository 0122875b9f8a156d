package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The audio thread makes no garbage here either.
class RackAllocationTest {
    private static final int TICKS = 50;

    /// The JVM itself allocates a little when a path is taken for the first time.
    private static final int ROUNDS = 4;

    private final HandClock clock = new HandClock();

    /// The devices run twenty times as fast as they should, so that outputs run dry and a
    /// microphone brings too much.
    @Test
    void manyTicksAllocateNothing() {
        var console = FakeDevice.outputAt(44_100, "Console", 4);
        var headphones = FakeDevice.output("Headphones", 2);
        var microphone = FakeDevice.microphone("Microphone", 44_100, 2);
        console.speed = headphones.speed = microphone.speed = 20;
        var computer = new FakeComputer(clock, headphones, console, microphone);
        try (var rack = turning(computer)) {
            assertThat(leastAllocated(rack)).isZero();
            assertThat(rack.words()).contains("ran dry", "headphones: Headphones");
        }
    }

    @Test
    void manyTicksByTheClockAllocateNothing() {
        try (var rack = turning(new FakeComputer(clock))) {
            assertThat(leastAllocated(rack)).isZero();
        }
    }

    private static Rack turning(FakeComputer computer) {
        var settings = new SoundSettings(Optional.of("console"), Optional.empty());
        var rack = new Rack(computer.devices(), settings, 4, _ -> {}, computer.clock);
        rack.tend();
        rack.begin();
        turn(rack);
        return rack;
    }

    private static long leastAllocated(Rack rack) {
        return LongStream.generate(() -> allocated(rack)).limit(ROUNDS).min().orElseThrow();
    }

    private static long allocated(Rack rack) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        turn(rack);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void turn(Rack rack) {
        for (int i = 0; i < TICKS; i++) {
            rack.turn((_, _, _) -> {});
        }
    }
}
