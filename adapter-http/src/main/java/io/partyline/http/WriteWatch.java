package io.partyline.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Interrupts a thread that spends too long in one write, which closes the connection under it.
///
/// The writer calls [#begin] and [#end]; a virtual thread of the watch looks in between.
final class WriteWatch implements AutoCloseable {
    private static final long IDLE = 0;

    private final Thread writer;
    private final Duration patience;
    private final Thread watcher;
    private volatile long begun = IDLE;
    private volatile boolean closed;

    /// @param patience how long one write may take
    WriteWatch(Thread writer, Duration patience) {
        this.writer = writer;
        this.patience = patience;
        this.watcher = Thread.ofVirtual().name("http-watch").start(this::watch);
    }

    void begin() {
        begun = System.nanoTime() | 1;
    }

    void end() {
        begun = IDLE;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watcher);
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(patience.toNanos() / 2);
            long since = begun;
            if (since != IDLE && System.nanoTime() - since > patience.toNanos()) {
                writer.interrupt();
                return;
            }
        }
    }
}
