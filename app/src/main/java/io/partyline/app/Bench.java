package io.partyline.app;

import io.partyline.http.Setup.Outcome;
import io.partyline.http.Setup.State;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Tries one part of the house at a time, on a thread of its own, for no longer than it may take.
///
/// Whoever asked is answered at the limit at the latest; the place is free again when the thread
/// has ended. Safe for use by many threads.
final class Bench implements AutoCloseable {
    /// A channel after the other is tried for a second; everything else is over much sooner, or has
    /// failed.
    static final Duration LIMIT = Duration.ofSeconds(36);

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(Bench.class.getName());

    private final Duration limit;

    /// Guarded by this.
    private Optional<Attempt> now = Optional.empty();

    private boolean closed;

    private record Attempt(HousePart part, CompletableFuture<Tried> answer, Thread thread) {
        void stop(Tried instead) {
            answer.complete(instead);
            thread.interrupt();
        }
    }

    private record Tried(State state, String sentence) {
        static final Tried STOPPED = new Tried(State.STOPPED, Playback.STOPPED);

        static Tried of(Finding finding) {
            State state =
                    switch (finding.state()) {
                        case OK -> State.FINE;
                        case OFF -> State.OFF;
                        case NO -> State.TROUBLE;
                    };
            return new Tried(state, finding.sentence());
        }
    }

    /// @param limit how long one attempt may take
    Bench(Duration limit) {
        this.limit = limit;
    }

    synchronized Optional<HousePart> trying() {
        return now.map(Attempt::part);
    }

    /// Tries a part and waits.
    Outcome attempt(HousePart part, Supplier<Finding> trying) {
        long begun = System.nanoTime();
        return begin(part, trying)
                .<Outcome>map(attempt -> {
                    Tried tried = answer(attempt);
                    return new Outcome.Tried(
                            part.key(),
                            tried.state(),
                            tried.sentence(),
                            Duration.ofNanos(System.nanoTime() - begun));
                })
                .orElseGet(() ->
                        new Outcome.Refused(
                                "Something is being tried already: wait until that is over, or"
                                        + " stop it."));
    }

    private synchronized Optional<Attempt> begin(HousePart part, Supplier<Finding> trying) {
        if (closed || now.isPresent()) {
            return Optional.empty();
        }
        var answer = new CompletableFuture<Tried>();
        Thread thread =
                Thread.ofVirtual().name("try-" + part.key()).unstarted(() -> run(trying, answer));
        now = Optional.of(new Attempt(part, answer, thread));
        thread.start();
        return now;
    }

    private void run(Supplier<Finding> trying, CompletableFuture<Tried> answer) {
        Tried tried = tried(trying);
        synchronized (this) {
            now = Optional.empty();
        }
        answer.complete(tried);
    }

    private static Tried tried(Supplier<Finding> trying) {
        try {
            return Tried.of(trying.get());
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "a part of the house could not be tried", mistake);
            return new Tried(State.TROUBLE, "It could not be tried: that is a mistake of ours.");
        }
    }

    private Tried answer(Attempt attempt) {
        try {
            return attempt.answer().get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            attempt.stop(late());
        } catch (InterruptedException _) {
            attempt.stop(Tried.STOPPED);
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        return attempt.answer().getNow(Tried.STOPPED);
    }

    private Tried late() {
        return new Tried(
                State.TROUBLE,
                "No answer within %d seconds: it was given up.".formatted(limit.toSeconds()));
    }

    /// Stops what is being tried, if anything is; whoever asked for it is told so at once.
    void stop() {
        attempt().ifPresent(attempt -> attempt.stop(Tried.STOPPED));
    }

    private synchronized Optional<Attempt> attempt() {
        return now;
    }

    /// Stops what is being tried and tries nothing more.
    @Override
    public void close() {
        Optional<Attempt> last;
        synchronized (this) {
            closed = true;
            last = now;
        }
        last.ifPresent(attempt -> {
            attempt.stop(Tried.STOPPED);
            ended(attempt.thread());
        });
    }

    private static void ended(Thread thread) {
        try {
            thread.join(LAST_WORDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
