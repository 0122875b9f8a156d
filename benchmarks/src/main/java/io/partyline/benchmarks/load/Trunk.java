package io.partyline.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The one thread that holds all lines of a load: it sends what is due, reads what has come, and
/// looks at the clock again at the latest a quarter of a millisecond later.
///
/// Everything of a [Line] or a [Party] happens on it, by [#ask(Callable)]; that, [#open(Line)] and
/// [#close()] may be called by any thread.
final class Trunk implements Runnable, AutoCloseable {
    static final long PERIOD = 20_000_000;

    private static final long LONGEST_NAP = 250_000;

    /// Longer than this, and the thread has ended.
    private static final long LONGEST_ANSWER_SECONDS = 30;

    /// Turns between two looks at the sockets.
    private static final int MOST_TURNS = 64;

    /// The share of a period by which the next line's grid is shifted: the golden section spreads
    /// any number of lines evenly.
    private static final double SHIFT = 0.618_033_988_749_895;

    private record Turn(Line line, long due) {}

    private final Selector selector;
    private final int port;
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparingLong(Turn::due));
    private final List<Line> lines = new ArrayList<>();
    private final Thread thread;
    private Readings late = new Readings();
    private volatile boolean closed;

    /// @param port of the phone door
    Trunk(int port) {
        this.port = port;
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("No sockets can be had on this computer.", e);
        }
        thread = Thread.ofPlatform().name("trunk").start(this);
    }

    /// Has this done on the trunk's thread.
    <T> T ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        var _ = orders.offer(() -> answer(question, answer));
        return answer.orTimeout(LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS).join();
    }

    private static <T> void answer(Callable<T> question, CompletableFuture<T> answer) {
        try {
            answer.complete(question.call());
        } catch (Exception e) {
            answer.completeExceptionally(e);
        }
    }

    /// Opens a line's stream.
    void open(Line line) {
        ask(() -> {
            line.open(selector, port);
            lines.add(line);
            long shift = (long) (line.index() * SHIFT % 1 * PERIOD);
            long now = System.nanoTime();
            turns.add(new Turn(line, now - now % PERIOD + PERIOD + shift));
            return line;
        });
    }

    /// The carrier ends a call.
    void end(Line line) {
        ask(() -> {
            line.end(System.nanoTime());
            return line;
        });
    }

    /// How late the frames went out that were sent since the last time; if that is much, the load
    /// measures itself.
    Readings late() {
        return ask(() -> {
            Readings before = late;
            late = new Readings();
            return before;
        });
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                obey();
                takeTurns();
                var _ = selector.selectNow(Trunk::ready);
                nap();
            }
            lines.forEach(line -> line.broken(new IOException("The load is over.")));
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The load's own sockets failed.", e);
        }
    }

    private void obey() {
        for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
            order.run();
        }
    }

    private void takeTurns() {
        for (int i = 0; i < MOST_TURNS; i++) {
            Turn next = turns.peek();
            long now = System.nanoTime();
            if (next == null || next.due() > now) {
                return;
            }
            turns.remove();
            if (next.line().state() == Line.State.OPEN) {
                late.add((now - next.due()) / 1000);
            }
            if (take(next.line(), now)) {
                turns.add(new Turn(next.line(), next.due() + PERIOD));
            }
        }
    }

    private boolean take(Line line, long now) {
        try {
            boolean again = line.turn(now);
            if (!again) {
                lines.remove(line);
            }
            return again;
        } catch (IOException e) {
            line.broken(e);
            lines.remove(line);
            return false;
        }
    }

    private static void ready(SelectionKey key) {
        Line line = (Line) key.attachment();
        try {
            if (key.isValid()) {
                line.ready(key);
            }
        } catch (IOException e) {
            line.broken(e);
        }
    }

    private void nap() {
        long now = System.nanoTime();
        Turn next = turns.peek();
        long wait = next == null ? LONGEST_NAP : Math.min(LONGEST_NAP, next.due() - now);
        if (wait > 0 && orders.isEmpty()) {
            LockSupport.parkNanos(wait);
        }
    }

    /// Breaks every stream and ends the thread.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
