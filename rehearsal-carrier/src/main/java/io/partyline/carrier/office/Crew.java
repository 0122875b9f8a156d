package io.partyline.carrier.office;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Every thread that a carrier runs: virtual, named, and gone when the carrier closes.
///
/// Safe for use by many threads at once.
public final class Crew implements AutoCloseable {
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /// Starts the task at once, on a thread of its own. After closing, nothing starts any more.
    public synchronized void start(String name, Runnable task) {
        if (!closed) {
            Thread thread = Thread.ofVirtual().name(name).unstarted(() -> work(task));
            threads.add(thread);
            thread.start();
        }
    }

    /// Starts the task and promises its result.
    public <T> CompletableFuture<T> ask(String name, Callable<T> task) {
        CompletableFuture<T> promise = new CompletableFuture<>();
        start(name, () -> keep(promise, task));
        return promise;
    }

    /// Starts the task so much later.
    public void after(Duration delay, Runnable task) {
        start("later", () -> sleepThen(delay, task));
    }

    private static void sleepThen(Duration delay, Runnable task) {
        try {
            Thread.sleep(delay);
            task.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// How many threads are at work.
    public int size() {
        return threads.size();
    }

    private void work(Runnable task) {
        try {
            task.run();
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    private static <T> void keep(CompletableFuture<T> promise, Callable<T> task) {
        try {
            promise.complete(task.call());
        } catch (Exception e) {
            promise.completeExceptionally(e);
        }
    }

    /// Interrupts everybody and waits for them to go.
    ///
    /// @throws IllegalStateException if somebody does not go within 5 s
    @Override
    public void close() {
        sendHome();
        for (Thread thread : threads) {
            dismiss(thread);
        }
    }

    private synchronized void sendHome() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }

    private static void dismiss(Thread thread) {
        try {
            if (!thread.join(GOODBYE)) {
                throw new IllegalStateException("This carrier thread does not end: " + thread);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
