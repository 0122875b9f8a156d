package io.partyline.app;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A clock that only runs forward, also while the computer sleeps: Java's own stands still then,
/// and the time of day does not.
///
/// Where the time of day has got ahead of Java's clock by more than a moment between two readings,
/// the computer has slept, or its clock was set; a clock that is set costs no more than a needless
/// look for callers. Safe for use by many threads at once.
final class WakefulClock implements LongSupplier {
    /// More than a time server corrects at once.
    private static final Duration SLEPT = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private final LongSupplier millisOfDay;
    private long nanos;
    private long millis;
    private long slept;

    /// @param nanoTime such as `System::nanoTime`
    /// @param millisOfDay such as `System::currentTimeMillis`
    WakefulClock(LongSupplier nanoTime, LongSupplier millisOfDay) {
        this.nanoTime = nanoTime;
        this.millisOfDay = millisOfDay;
        nanos = nanoTime.getAsLong();
        millis = millisOfDay.getAsLong();
    }

    @Override
    public synchronized long getAsLong() {
        long nowNanos = nanoTime.getAsLong();
        long nowMillis = millisOfDay.getAsLong();
        long ahead = Duration.ofMillis(nowMillis - millis).toNanos() - (nowNanos - nanos);
        if (ahead > SLEPT.toNanos()) {
            slept += ahead;
        }
        nanos = nowNanos;
        millis = nowMillis;
        return nowNanos + slept;
    }
}
