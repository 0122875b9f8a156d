package io.partyline.studio.run;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The `react` threads: one virtual thread a task.
public final class Crew implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Crew.class.getName());

    /// How long the last tasks of a show, such as its summaries, may take when the studio closes.
    private static final Duration LAST_TASKS = Duration.ofSeconds(10);

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("react").factory());
    private final Duration lastTasks;
    private final Consumer<RuntimeException> mistakes;

    /// A crew that does nothing yet.
    public Crew() {
        this(LAST_TASKS, mistake -> LOG.log(Level.ERROR, "a task failed", mistake));
    }

    /// @param lastTasks how long the last tasks may take
    /// @param mistakes told of what went wrong in a task
    Crew(Duration lastTasks, Consumer<RuntimeException> mistakes) {
        this.lastTasks = lastTasks;
        this.mistakes = mistakes;
    }

    /// Does a task. A mistake in one harms nothing else.
    public void react(Runnable task) {
        try {
            threads.execute(() -> guarded(task));
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.DEBUG, "too late for a task: the studio is closed", closed);
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException mistake) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.log(Level.DEBUG, "a task was given up: the studio is closed", mistake);
            } else {
                mistakes.accept(mistake);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(lastTasks.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
