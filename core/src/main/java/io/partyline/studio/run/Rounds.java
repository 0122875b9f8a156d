package io.partyline.studio.run;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A thread of its own for something that is done round by round until it is closed, and at once
/// when somebody says that there is something to do.
///
/// A mistake in one round goes to the log, and must not keep the next from being made.
public final class Rounds implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    private final Supplier<Duration> round;
    private final Duration afterMistake;
    private final BlockingQueue<Boolean> somethingToDo = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private volatile boolean closed;

    /// @param name of the thread
    /// @param round does what is due; answers how long there is nothing to do
    /// @param afterMistake how long it rests behind a round that failed
    public Rounds(String name, Supplier<Duration> round, Duration afterMistake) {
        this.round = round;
        this.afterMistake = afterMistake;
        thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /// Makes the first round at once.
    public void start() {
        thread.start();
    }

    /// Makes the next round at once, unless one is being made: then another follows it.
    public void nudge() {
        var _ = somethingToDo.offer(true);
    }

    private void run() {
        try {
            while (!closed) {
                somethingToDo.poll(guarded().toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration guarded() {
        try {
            return round.get();
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, thread.getName() + ": a round failed", mistake);
            return afterMistake;
        }
    }

    /// Interrupts a round that is being made, and waits for its end.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
