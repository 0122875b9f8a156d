package io.partyline.audio;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/// What is allocated by work that must allocate nothing.
///
/// What the work itself allocates, it allocates again; what the JVM allocates when the compiler
/// thinks again, it does not. So rounds are run until one makes no garbage, and the least counts.
public final class Garbage {
    private static final int MOST_ROUNDS = 12;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Garbage() {}

    /// The least that a round of work allocates on this thread.
    ///
    /// @return bytes
    public static long leastOf(Runnable round) {
        return least(() -> of(round));
    }

    /// The least of several rounds that count for themselves.
    ///
    /// @param round gives the bytes that it allocated
    /// @return bytes
    public static long least(LongSupplier round) {
        long least = round.getAsLong();
        for (int again = 1; least > 0 && again < MOST_ROUNDS; again++) {
            least = Math.min(least, round.getAsLong());
        }
        return least;
    }

    /// What one piece of work allocates on this thread.
    ///
    /// @return bytes
    public static long of(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
