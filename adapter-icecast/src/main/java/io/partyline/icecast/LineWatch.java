package io.partyline.icecast;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The thread `stream-watch` beside a connection: cuts it if one write takes too long, since a
/// server that stands still would keep the sender in that write for ever.
final class LineWatch implements AutoCloseable {
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final Socket socket;
    private final Duration patience;
    private final Thread thread;
    private volatile long since = Long.MAX_VALUE;
    private volatile boolean over;

    LineWatch(Socket socket, Duration patience) {
        this.socket = socket;
        this.patience = patience;
        thread = Thread.ofVirtual().name("stream-watch").start(this::run);
    }

    /// A write begins.
    void begin() {
        since = System.nanoTime();
    }

    /// It is over.
    void end() {
        since = Long.MAX_VALUE;
    }

    private void run() {
        while (!over) {
            long begun = since;
            if (begun != Long.MAX_VALUE && System.nanoTime() - begun > patience.toNanos()) {
                cut();
                return;
            }
            LockSupport.parkNanos(ROUND.toNanos());
        }
    }

    private void cut() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            over = true;
        }
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
    }
}
