package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.port.ShowClock;
import io.partyline.port.Ticking;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A clock that is cranked by hand: nothing sounds until somebody turns it, and whoever pauses by
/// it goes on with the next turn. Strict: it is started once, and cannot be turned before that or
/// after it was closed. For one thread at a time, but for [#turns] and whoever waits.
///
/// It may be turned as fast as one likes, and on a busy computer the threads that take sound off
/// the mixer do not come along. So it is not turned on while one of them, from its first pause on,
/// is nearly half a tape behind, unless that one is stuck.
public final class HandClock implements ShowClock {
    /// How often somebody who waits for more than one turn looks whether that is in vain.
    private static final Duration LOOK = Duration.ofMillis(5);

    private static final Duration SHORT = Duration.ofNanos(50_000);

    /// Between two turns of a clock that runs by itself: fifty times as fast as it should.
    private static final Duration HURRIED = Duration.ofMillis(Frames.MILLIS).dividedBy(50);

    /// Who takes sound off the mixer, or looks how far it is: see the names of the studio's
    /// threads.
    private static final Set<String> FOLLOWERS = Set.of("record", "hear", "music");

    /// In turns. Twice as many, and a few, are less than a tape holds: a follower may be held up
    /// between the sound that it takes and the pause by which it is known here.
    private static final int FARTHEST_BEHIND = 40;

    private final Duration patience;
    private final AtomicLong turns = new AtomicLong();

    /// Followers that are not stuck, each with the turn at which it last waited for the next one.
    private final Map<Thread, Long> following = new ConcurrentHashMap<>();

    private final Set<Thread> pausing = ConcurrentHashMap.newKeySet();
    private volatile Optional<Ticking> ticking = Optional.empty();
    private boolean started;
    private long faults;

    /// A clock that nobody has started.
    public HandClock() {
        this(Duration.ofMinutes(1));
    }

    /// @param patience as long as a follower may take for a tape before it counts as stuck
    HandClock(Duration patience) {
        this.patience = patience;
    }

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
        following.keySet().forEach(this::awaitFollower);
    }

    private void awaitFollower(Thread follower) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isFarBehind(follower)) {
            if (!follower.isAlive() || System.nanoTime() > deadline) {
                following.remove(follower);
            } else {
                LockSupport.parkNanos(SHORT.toNanos());
            }
        }
    }

    private boolean isFarBehind(Thread follower) {
        Long last = following.get(follower);
        return last != null && turns.get() - last > FARTHEST_BEHIND;
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
        if (FOLLOWERS.contains(Thread.currentThread().getName())) {
            following.put(Thread.currentThread(), before);
        }
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
