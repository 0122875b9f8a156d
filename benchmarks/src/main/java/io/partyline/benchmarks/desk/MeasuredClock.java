package io.partyline.benchmarks.desk;

import com.sun.management.ThreadMXBean;
import io.partyline.port.ShowClock;
import io.partyline.port.Ticking;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A clock that notes what each tick takes, and what it allocates. It goes several times as fast as
/// a show's, with a pause between two ticks all the same: what the other threads do in between is
/// then part of the measurement, as it is in a show.
final class MeasuredClock implements ShowClock {
    private static final Duration PERIOD = Duration.ofMillis(4);

    /// An hour of a show.
    private static final int MOST = 180_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Runnable before;
    private final long[] nanos = new long[MOST];
    private final long[] bytes = new long[MOST];
    private volatile int ticks;
    private volatile boolean closed;
    private Optional<Thread> thread = Optional.empty();

    /// @param before done in front of each tick, and not measured
    MeasuredClock(Runnable before) {
        this.before = before;
    }

    /// What the ticks of a stretch took.
    record Taken(int ticks, Duration p50, Duration p99, Duration most, long bytes) {}

    @Override
    public void start(Ticking ticking) {
        thread = Optional.of(Thread.ofPlatform().name("audio").start(() -> run(ticking)));
    }

    private void run(Ticking ticking) {
        long due = System.nanoTime();
        for (int tick = 0; !closed && tick < MOST; tick++) {
            before.run();
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long begun = System.nanoTime();
            ticking.tick();
            nanos[tick] = System.nanoTime() - begun;
            bytes[tick] = threads.getCurrentThreadAllocatedBytes() - allocated;
            ticks = tick + 1;
            due += PERIOD.toNanos();
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    int ticks() {
        return ticks;
    }

    /// @param first the first tick that counts
    Taken since(int first) {
        long[] sorted = Arrays.copyOfRange(nanos, first, ticks);
        Arrays.sort(sorted);
        return new Taken(
                sorted.length,
                Duration.ofNanos(sorted[sorted.length / 2]),
                Duration.ofNanos(sorted[(int) (sorted.length * 99L / 100)]),
                Duration.ofNanos(sorted[sorted.length - 1]),
                Arrays.stream(bytes, first, first + sorted.length).sum());
    }

    @Override
    public long faults() {
        return 0;
    }

    @Override
    public void close() {
        closed = true;
        thread.ifPresent(MeasuredClock::join);
    }

    private static void join(Thread audio) {
        try {
            audio.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
