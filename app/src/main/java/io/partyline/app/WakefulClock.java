package io.partyline.app;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A clock that only runs forward, also while the computer sleeps: Java's own stands still then,
/// and the computer's [Uptime] does not.
///
/// Where the latter has got ahead of Java's clock by more than a moment between two readings, the
/// computer has slept. Where no uptime is told, the time of day stands in for it, and a clock that
/// is set ahead looks like sleep. Safe for use by many threads at once.
final class WakefulClock implements LongSupplier {
    /// More than a time server corrects at once.
    private static final Duration SLEPT = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private final LongSupplier uptimeMillis;
    private long nanos;
    private long millis;
    private long slept;

    /// @param nanoTime such as `System::nanoTime`
    /// @param uptimeMillis such as [Uptime#ofThisComputer]
    WakefulClock(LongSupplier nanoTime, LongSupplier uptimeMillis) {
        this.nanoTime = nanoTime;
        this.uptimeMillis = uptimeMillis;
        nanos = nanoTime.getAsLong();
        millis = uptimeMillis.getAsLong();
    }

    @Override
    public synchronized long getAsLong() {
        long nowNanos = nanoTime.getAsLong();
        long nowMillis = uptimeMillis.getAsLong();
        long ahead = Duration.ofMillis(nowMillis - millis).toNanos() - (nowNanos - nanos);
        if (ahead > SLEPT.toNanos()) {
            slept += ahead;
        }
        nanos = nowNanos;
        millis = nowMillis;
        return nowNanos + slept;
    }
}
