package io.partyline.audio;

import java.util.concurrent.atomic.AtomicLong;

/// Counts on one thread, and is read by any. Real-time: counting is two plain stores.
final class Counter {
    private final AtomicLong value = new AtomicLong();

    void add(long more) {
        value.setRelease(value.getPlain() + more);
    }

    long value() {
        return value.getAcquire();
    }
}
