package io.partyline.carrier.diary;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Lets threads wait for something to become true, by a deadline; whoever makes it true rings.
///
/// What is waited for must be safe to read from any thread. Safe for use by many threads at once.
public final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();

    public void ring() {
        lock.lock();
        try {
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits, and says whether it became true in time. An interrupt ends the waiting and stays set.
    public boolean await(BooleanSupplier happened, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!happened.getAsBoolean() && left > 0) {
                left = rung.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return happened.getAsBoolean();
    }

    /// As long as it takes.
    public static final Duration FOREVER = Duration.ofNanos(TimeUnit.DAYS.toNanos(365));
}
