package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.port.ShowClock;
import io.partyline.port.Ticking;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A clock that is cranked by hand: nothing sounds until somebody turns it, and whoever pauses by
/// it goes on with the next turn. Strict: it is started once, and cannot be turned before that or
/// after it was closed. For one thread at a time, but for [#turns] and whoever waits.
public final class HandClock implements ShowClock {
    /// How often somebody who waits for more than one turn looks whether that is in vain.
    private static final Duration LOOK = Duration.ofMillis(5);

    /// Between two turns of a clock that runs by itself: fifty times as fast as it should.
    private static final Duration HURRIED = Duration.ofMillis(Frames.MILLIS).dividedBy(50);

    private final AtomicLong turns = new AtomicLong();
    private final Set<Thread> pausing = ConcurrentHashMap.newKeySet();
    private volatile Optional<Ticking> ticking = Optional.empty();
    private boolean started;
    private long faults;

    /// A clock that nobody has started.
    public HandClock() {}

    @Override
    public void start(Ticking ticks) {
        if (started) {
            throw new IllegalStateException("the clock was started before");
        }
        started = true;
        ticking = Optional.of(ticks);
    }

    /// One tick.
    public synchronized void crank() {
        Ticking ticks =
                ticking.orElseThrow(() -> new IllegalStateException("the clock is not running"));
        try {
            ticks.tick();
        } catch (RuntimeException _) {
            faults++;
        }
        turns.incrementAndGet();
        pausing.forEach(LockSupport::unpark);
    }

    /// So many ticks.
    public void crank(int times) {
        for (int i = 0; i < times; i++) {
            crank();
        }
    }

    /// It runs by itself from now on, many times as fast as it should, until it is closed: for
    /// whoever waits for the show, such as to close it, and has no hand free.
    public void letRun() {
        Thread.ofVirtual()
                .name("clock")
                .start(() -> {
                    while (turned()) {
                        LockSupport.parkNanos(HURRIED.toNanos());
                    }
                });
    }

    private synchronized boolean turned() {
        boolean running = ticking.isPresent();
        if (running) {
            crank();
        }
        return running;
    }

    /// How often it has been turned. Any thread may ask.
    public long turns() {
        return turns.get();
    }

    /// Waits until it has been turned so often, or until that is in vain: for stand-ins that take
    /// their time.
    public void awaitTurns(long times, BooleanSupplier vain) {
        long until = turns.get() + times;
        while (turns.get() < until && !vain.getAsBoolean()) {
            pause(LOOK.toNanos());
        }
    }

    /// Until it is turned, or for so long by the computer's clock if nobody turns it.
    @Override
    public void pause(long nanos) {
        long before = turns.get();
        pausing.add(Thread.currentThread());
        try {
            if (turns.get() == before) {
                LockSupport.parkNanos(nanos);
            }
        } finally {
            pausing.remove(Thread.currentThread());
        }
    }

    @Override
    public long faults() {
        return faults;
    }

    @Override
    public synchronized void close() {
        ticking = Optional.empty();
    }
}
