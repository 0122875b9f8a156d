package io.partyline.audio;

import java.util.concurrent.atomic.AtomicLong;

/// Counts on one thread, and is read by any. Real-time: counting is two plain stores.
public final class Counter {
    private final AtomicLong value = new AtomicLong();

    /// Begins at zero.
    public Counter() {}

    public void add(long more) {
        value.setRelease(value.getPlain() + more);
    }

    public long value() {
        return value.getAcquire();
    }
}
