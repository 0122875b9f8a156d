package io.partyline.app;

import io.partyline.port.ControlRoom.Health;
import io.partyline.port.ControlRoom.Health.State;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Looks after one part of the house on a thread of its own, time and again, so that whoever asks
/// how it is doing waits neither for a disk nor for a network.
final class Lookout implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Lookout.class.getName());

    /// A disk or a network that answers to nothing is not waited for when the program ends.
    private static final Duration LAST_LOOK = Duration.ofSeconds(1);

    private final Duration pause;
    private final Supplier<Health> look;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile Health last;

    /// @param unseen what is said before the first look is over
    Lookout(Health unseen, Duration pause, Supplier<Health> look) {
        this.last = unseen;
        this.pause = pause;
        this.look = look;
        this.thread = Thread.ofVirtual().name("lookout-" + unseen.part()).unstarted(this::run);
    }

    /// Begins to look.
    Lookout start() {
        thread.start();
        return this;
    }

    /// What was seen last; never waits.
    Health last() {
        return last;
    }

    private void run() {
        try {
            do {
                last = seen();
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A look that fails is trouble by itself, and no reason to look no more.
    private Health seen() {
        try {
            return look.get();
        } catch (RuntimeException mistake) {
            if (last.state() != State.TROUBLE) {
                LOG.log(Level.ERROR, "the look at the " + last.part() + " failed", mistake);
            }
            return new Health(
                    last.part(),
                    State.TROUBLE,
                    "How the %s is doing cannot be told: looking at it failed."
                            .formatted(last.part()));
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(LAST_LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
