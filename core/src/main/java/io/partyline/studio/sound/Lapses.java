package io.partyline.studio.sound;

import java.time.Duration;
import java.util.function.LongSupplier;

/// What a counter of losses has counted of late: a loss that is long past is no trouble any more.
///
/// It goes by when it was asked, so it is to be asked from time to time. Safe for use by many
/// threads.
public final class Lapses {
    /// So long a loss is of late.
    public static final Duration LATELY = Duration.ofMinutes(1);

    private final LongSupplier counter;
    private final LongSupplier nanoTime;
    private long counted;
    private long before;
    private long movedAt;

    /// @param counter only rises, from 0
    /// @param nanoTime a clock that only runs forward
    public Lapses(LongSupplier counter, LongSupplier nanoTime) {
        this.counter = counter;
        this.nanoTime = nanoTime;
        this.movedAt = nanoTime.getAsLong();
    }

    /// All losses.
    public long all() {
        return counter.getAsLong();
    }

    /// Those since the last minute without any.
    public synchronized long lately() {
        long now = nanoTime.getAsLong();
        boolean past = now - movedAt >= LATELY.toNanos();
        before = past ? counted : before;
        long count = counter.getAsLong();
        if (count != counted) {
            counted = count;
            movedAt = now;
        }
        return counted - before;
    }
}
