package io.partyline.icecast;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The thread named `stream-desk`: tells the server titles as they come, and asks how many listen
/// every ten seconds in between. A title that cannot be told is followed by the next one; a count
/// that cannot be had is not known.
final class Counting implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /// Titles that wait; the last one is the one that counts.
    private static final int TITLES = 16;

    private final ServerDesk desk;
    private final BlockingQueue<String> titles = new ArrayBlockingQueue<>(TITLES);
    private volatile OptionalLong listeners = OptionalLong.empty();
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

    Counting(ServerDesk desk) {
        this.desk = desk;
    }

    /// @param connected whether there is a stream to be asked about
    void start(BooleanSupplier connected) {
        thread = Thread.ofVirtual().name("stream-desk").start(() -> run(connected));
    }

    void show(String who) {
        if (!titles.offer(who)) {
            titles.clear();
            titles.add(who);
        }
    }

    OptionalLong listeners() {
        return listeners;
    }

    private void run(BooleanSupplier connected) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                String title = titles.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (title != null) {
                    desk.title(title);
                }
                listeners = connected.getAsBoolean() ? desk.listeners() : OptionalLong.empty();
            } catch (IOException notKnown) {
                listeners = OptionalLong.empty();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
