package io.partyline.whisper;

import io.partyline.whisper.ChildException.UnreadableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps a child process running: starts it, and starts it again when it has crashed or hung.
///
/// What it was asked when that happened is asked once more of the next child, and only then given
/// up. From the second crash on there is a pause before the next start, twice as long each time; a
/// model that crashes [#MOST_CRASHES] times without having answered in between is given up. For one
/// thread, but [#givenUp] and [#close] may be called by any.
final class WhisperKeeper implements AutoCloseable {
    static final int MOST_CRASHES = 6;

    private static final int TRIES = 2;

    private final WhisperSettings settings;
    private final Duration firstPause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable WhisperProcess child;
    private volatile Optional<Process> starting = Optional.empty();
    private volatile String givenUp = "";
    private int crashes;

    WhisperKeeper(WhisperSettings settings, Duration firstPause) {
        this.settings = settings;
        this.firstPause = firstPause;
    }

    /// Why there will be no answer any more; empty as long as there is.
    Optional<String> givenUp() {
        return Optional.of(givenUp).filter(why -> !why.isEmpty());
    }

    /// Starts a child unless there is one.
    void warmUp() {
        try {
            var _ = alive();
        } catch (ChildException failed) {
            crashed(failed);
        }
    }

    /// @throws RecogniserException if two children in a row could not answer
    String ask(Question question, Duration limit) {
        ChildException failure = new ChildException("was not asked");
        for (int i = 0; i < TRIES; i++) {
            try {
                String said = alive().ask(question, limit);
                crashes = 0;
                return said;
            } catch (ChildException failed) {
                crashed(failed);
                failure = failed;
            }
        }
        throw new RecogniserException(
                "The speech recogniser %s twice on the same words.".formatted(failure.deed()),
                failure);
    }

    private void crashed(ChildException failed) {
        crashes++;
        if (crashes >= MOST_CRASHES) {
            givenUp =
                    "The speech recogniser %s %d times in a row and is given up for this show. Try another model: `partyline model list` shows them."
                            .formatted(failed.deed(), crashes);
        }
    }

    private WhisperProcess alive() throws ChildException {
        WhisperProcess running = child;
        if (running != null && running.isAlive()) {
            return running;
        }
        if (running != null) {
            running.close();
        }
        refuseIfOver();
        pause();
        refuseIfOver();
        return begin();
    }

    private WhisperProcess begin() throws ChildException {
        try {
            WhisperProcess started = WhisperProcess.start(settings, this::born);
            child = started;
            starting = Optional.empty();
            if (closed.getCount() == 0) {
                started.close();
            }
            return started;
        } catch (UnreadableException unreadable) {
            givenUp = unreadable.sentence();
            throw new RecogniserException(givenUp, unreadable);
        }
    }

    /// A child that starts has nothing to lose, and may be one that has been stopped and would not
    /// notice that it is not wanted any more.
    private void born(Process process) {
        starting = Optional.of(process);
        if (closed.getCount() == 0) {
            process.destroyForcibly();
        }
    }

    private void refuseIfOver() {
        if (!givenUp.isEmpty()) {
            throw new RecogniserException(givenUp);
        }
        if (closed.getCount() == 0) {
            throw new RecogniserException("The speech recogniser has been closed.");
        }
    }

    private void pause() {
        if (crashes < 2) {
            return;
        }
        try {
            long wait = firstPause.toMillis() << (crashes - 2);
            if (closed.await(wait, TimeUnit.MILLISECONDS)) {
                refuseIfOver();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RecogniserException("The speech recogniser was interrupted.", interrupted);
        }
    }

    /// The child's id, for who looks after it from outside.
    Optional<Long> pid() {
        return Optional.ofNullable(child).filter(WhisperProcess::isAlive).map(WhisperProcess::pid);
    }

    @Override
    public void close() {
        closed.countDown();
        starting.ifPresent(Process::destroyForcibly);
        WhisperProcess running = child;
        if (running != null) {
            running.close();
        }
    }
}
