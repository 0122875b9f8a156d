package io.partyline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// A line to a port of this computer, which can stand still on the way there, and break.
final class LossyLine implements AutoCloseable {
    private static final int PIECE = 4_096;

    private final int to;
    private final ServerSocket door;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Lock lock = new ReentrantLock();
    private final Condition goesOn = lock.newCondition();
    private boolean still;

    LossyLine(int to) throws IOException {
        this.to = to;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("lossy-line").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Nothing gets through to the other end, until [#goOn].
    void stall() {
        set(true);
    }

    void goOn() {
        set(false);
    }

    private void set(boolean on) {
        lock.lock();
        try {
            still = on;
            goesOn.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Every connection breaks.
    void cut() {
        sockets.forEach(LossyLine::close);
        sockets.clear();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket here = door.accept();
                var there = new Socket(InetAddress.getLoopbackAddress(), to);
                sockets.addAll(List.of(here, there));
                Thread.ofVirtual().name("there").start(() -> carry(here, there, true));
                Thread.ofVirtual().name("back").start(() -> carry(there, here, false));
            } catch (IOException closed) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private void carry(Socket from, Socket into, boolean there) {
        var piece = new byte[PIECE];
        try (from;
                into) {
            for (int count = from.getInputStream().read(piece);
                    count >= 0;
                    count = from.getInputStream().read(piece)) {
                if (there) {
                    awaitGoing();
                }
                into.getOutputStream().write(piece, 0, count);
            }
        } catch (IOException _) {
            // One end has gone: so does the other.
            close(into);
        }
    }

    private void awaitGoing() {
        lock.lock();
        try {
            while (still) {
                goesOn.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        goOn();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
