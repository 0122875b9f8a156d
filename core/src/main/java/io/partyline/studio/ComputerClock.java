package io.partyline.studio;

import io.partyline.audio.Counter;
import io.partyline.audio.Frames;
import io.partyline.port.ShowClock;
import io.partyline.port.Ticking;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The computer's clock, as the show's: every 20 ms by absolute time.
///
/// A late tick is made up for at once, so that the show does not fall behind; after a pause of more
/// than a second (a machine that slept) it goes on from now.
public final class ComputerClock implements ShowClock {
    private static final long TICK_NANOS = Duration.ofMillis(Frames.MILLIS).toNanos();
    private static final long GIVE_UP_NANOS = Duration.ofSeconds(1).toNanos();

    private final Counter faults = new Counter();
    private final Runnable promptness;
    private volatile Thread thread = Thread.ofPlatform().name("audio").unstarted(() -> {});
    private volatile boolean stopping;

    /// A clock that stands still until it is started, on threads like any other.
    public ComputerClock() {
        this(() -> {});
    }

    /// A clock that stands still until it is started.
    ///
    /// @param promptness asks the computer to run the calling thread as soon as it has something to
    ///   do; called once on each thread that keeps the show's pace, and throws nothing
    public ComputerClock(Runnable promptness) {
        this.promptness = promptness;
    }

    @Override
    @SuppressWarnings(
            "ThreadPriorityCheck") // A hint is all it is: where it counts, audio goes first.
    public void start(Ticking ticking) {
        thread =
                Thread.ofPlatform()
                        .name("audio")
                        .priority(Thread.MAX_PRIORITY)
                        .start(() -> run(ticking));
    }

    @Override
    public void joined() {
        promptness.run();
    }

    @Override
    public long faults() {
        return faults.value();
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Ticking ticking) {
        joined();
        long due = System.nanoTime();
        while (!stopping) {
            tick(ticking);
            due = waitUntil(due + TICK_NANOS);
        }
    }

    /// Whatever a tick throws, errors included: a show that has lost its clock is over.
    private void tick(Ticking ticking) {
        try {
            ticking.tick();
        } catch (Throwable _) {
            faults.add(1);
        }
    }

    /// @return the instant that the next wait counts from
    private static long waitUntil(long due) {
        long now = System.nanoTime();
        while (now < due) {
            LockSupport.parkNanos(due - now);
            now = System.nanoTime();
        }
        return now - due > GIVE_UP_NANOS ? now : due;
    }
}
