package io.partyline.twilio;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsSession;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// One socket, written to by one thread at a time, because the library's `send` is not safe for
/// two.
///
/// There is a turn, and whoever has it writes. Sound has it once a frame and may wait for the
/// socket. Everything else is an order that is left here and never waits: while sound is played,
/// its thread carries orders out behind the next frame; before and after that whoever leaves one
/// does, unless somebody else is at it, who then sees it too.
///
/// Safe for use by many threads at once.
final class Wire {
    /// What is written besides sound.
    sealed interface Order {
        /// Answer a ping; the library does not.
        record Pong(BufferData payload) implements Order {}

        /// Close the socket.
        record Close(int code, String reason) implements Order {}
    }

    /// Orders that wait for one frame to be written; pings beyond that go unanswered.
    private static final int MOST_ORDERS = 32;

    private static final long NOT_WRITING = 0;
    private static final System.Logger LOG = System.getLogger(Wire.class.getName());

    private final ReentrantLock turn = new ReentrantLock();
    private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(MOST_ORDERS);
    private final WsSession session;
    private final Thread connection;
    private volatile boolean played;
    private volatile boolean closed;
    private volatile long writingSince = NOT_WRITING;

    /// @param connection the thread that reads the socket; the library closes it when that ends
    Wire(WsSession session, Thread connection) {
        this.session = session;
        this.connection = connection;
    }

    Thread connection() {
        return connection;
    }

    /// Whether sound is played from now on.
    void played(boolean on) {
        played = on;
        settle();
    }

    /// Leaves an order. One to close that finds no room is carried out the hard way.
    void order(Order order) {
        if (orders.offer(order)) {
            settle();
        } else if (order instanceof Order.Close) {
            cut();
        }
    }

    /// Takes the turn for sound, waiting for whoever has it, and carries out what has been ordered
    /// meanwhile. Does nothing once the socket is closed.
    ///
    /// @param sound writes with [#send]
    void speak(Runnable sound) {
        turn.lock();
        try {
            if (!closed) {
                sound.run();
            }
            obey();
        } finally {
            turn.unlock();
        }
        settle();
    }

    /// Writes a message; only for who has the turn. A socket that breaks by it is cut.
    void send(String text) {
        write(() -> session.send(text, true));
    }

    /// Ends the connection without a goodbye. Interrupting a virtual thread in a read closes its
    /// socket.
    void cut() {
        closed = true;
        connection.interrupt();
    }

    /// The connection has ended: nothing more is written.
    void end() {
        closed = true;
    }

    /// Nothing is written here any more.
    ///
    /// @return false if somebody is still at it after so long
    boolean quiet(Duration limit) {
        closed = true;
        try {
            if (!turn.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
            turn.unlock();
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// For how many nanoseconds the socket has not taken what is being written.
    long blocked(long now) {
        long since = writingSince;
        return since == NOT_WRITING ? 0 : now - since;
    }

    private void settle() {
        while (!played && !orders.isEmpty() && turn.tryLock()) {
            try {
                obey();
            } finally {
                turn.unlock();
            }
        }
    }

    private void obey() {
        for (Order next = orders.poll(); next != null; next = orders.poll()) {
            obey(next);
        }
    }

    private void obey(Order order) {
        switch (order) {
            case Order.Pong(var payload) -> write(() -> session.pong(payload));
            case Order.Close(var code, var reason) -> {
                write(() -> session.close(code, reason));
                closed = true;
            }
        }
    }

    private void write(Runnable message) {
        if (closed) {
            return;
        }
        writingSince = System.nanoTime() | 1;
        try {
            message.run();
        } catch (UncheckedIOException e) {
            LOG.log(Level.DEBUG, "A media stream's socket broke while it was written to.", e);
            cut();
        } catch (RuntimeException e) {
            LOG.log(closed ? Level.DEBUG : Level.ERROR, "A media stream cannot be written to.", e);
            cut();
        } finally {
            writingSince = NOT_WRITING;
        }
    }
}
