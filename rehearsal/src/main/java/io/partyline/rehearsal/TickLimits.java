package io.partyline.rehearsal;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.LongStream;

/// Measures what is called once a tick: it may neither wait nor make garbage.
final class TickLimits {
    /// Ten seconds of sound.
    static final int TICKS = 500;

    /// The JVM itself allocates a little when a path is taken for the first time.
    private static final int ROUNDS = 6;

    private TickLimits() {}

    /// How long so many ticks take.
    static Duration took(Runnable tick) {
        long begun = System.nanoTime();
        run(tick);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// The bytes that so many ticks allocate on this thread.
    static long allocated(Runnable tick) {
        return LongStream.generate(() -> round(tick)).limit(ROUNDS).min().orElseThrow();
    }

    private static long round(Runnable tick) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        run(tick);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void run(Runnable tick) {
        for (int i = 0; i < TICKS; i++) {
            tick.run();
        }
    }
}
