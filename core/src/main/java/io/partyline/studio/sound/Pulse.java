package io.partyline.studio.sound;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Whether a counter still moves. Safe for use by many threads.
public final class Pulse {
    /// Ten ticks: a clock that missed so many stands still.
    private static final Duration REST = Duration.ofMillis(200);

    private final LongSupplier counter;
    private long last;
    private long movedAt;

    public Pulse(LongSupplier counter) {
        this.counter = counter;
        this.movedAt = System.nanoTime();
    }

    public synchronized boolean beats() {
        long now = System.nanoTime();
        if (counter.getAsLong() != last) {
            last = counter.getAsLong();
            movedAt = now;
        }
        return now - movedAt < REST.toNanos();
    }
}
