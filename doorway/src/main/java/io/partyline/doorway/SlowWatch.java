package io.partyline.doorway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Looks at everybody at one door ten times a second, as long as there is anybody, and ends the
/// connections of those who take too long.
///
/// One virtual thread, `door-watch`. Safe for use by many threads at once.
final class SlowWatch {
    private static final Duration ROUND = Duration.ofMillis(100);

    private final Visitors visitors;
    private final LongSupplier nanoTime;
    private final AtomicBoolean watches = new AtomicBoolean();

    SlowWatch(Visitors visitors, LongSupplier nanoTime) {
        this.visitors = visitors;
        this.nanoTime = nanoTime;
    }

    /// Somebody has come.
    void begin() {
        if (watches.compareAndSet(false, true)) {
            Thread.ofVirtual().name("door-watch").start(this::run);
        }
    }

    /// Whoever comes while it stops begins it again.
    private void run() {
        do {
            while (!visitors.isEmpty()) {
                visitors.cutOverdue(nanoTime.getAsLong());
                LockSupport.parkNanos(ROUND.toNanos());
            }
            watches.set(false);
        } while (!visitors.isEmpty() && watches.compareAndSet(false, true));
    }
}
