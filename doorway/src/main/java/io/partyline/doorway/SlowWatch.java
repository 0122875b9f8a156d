package io.partyline.doorway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Looks at everybody at one door, as long as there is anybody, and ends the connections of those
/// who take too long: four times a second, and more often where anybody is given less than five.
///
/// One virtual thread, `door-watch`. Safe for use by many threads at once.
final class SlowWatch {
    private static final Duration ROUND = Duration.ofMillis(250);

    /// So often within the least time that anybody is given.
    private static final int LOOKS = 20;

    private final Visitors visitors;
    private final Duration round;
    private final LongSupplier nanoTime;
    private final AtomicBoolean watches = new AtomicBoolean();

    SlowWatch(Visitors visitors, Limits limits, LongSupplier nanoTime) {
        this.visitors = visitors;
        Duration often = limits.shortest().dividedBy(LOOKS);
        this.round = often.compareTo(ROUND) < 0 ? often : ROUND;
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
                LockSupport.parkNanos(round.toNanos());
            }
            watches.set(false);
        } while (!visitors.isEmpty() && watches.compareAndSet(false, true));
    }
}
