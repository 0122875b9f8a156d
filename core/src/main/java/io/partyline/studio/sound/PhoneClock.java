package io.partyline.studio.sound;

import io.partyline.audio.Frames;
import io.partyline.studio.sound.PhoneRound.Play;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Plays to every caller, right after each tick of the mixer: one clock for all legs, one wake-up
/// for all their frames.
///
/// Two threads, named `phone`, take turns. One is the clock; the other looks on, once a frame.
/// Should a caller's socket keep the clock for longer than [#PATIENCE], the other becomes the clock
/// and goes on with the next caller, and the one that was kept ends when the socket lets it go: a
/// stuck socket costs its own caller frames, and nobody else.
///
/// The mixer wakes nobody, so the clock looks for the next tick when it is due.
public final class PhoneClock implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PhoneClock.class.getName());

    /// As long as it takes to write to a hundred sockets.
    private static final Duration PATIENCE = Duration.ofMillis(10);

    /// As long as a thread is waited for at the end.
    private static final Duration LEAVE = Duration.ofMillis(200);

    private static final long FRAME = Duration.ofMillis(Frames.MILLIS).toNanos();

    /// Behind the instant at which a tick is due: mixing takes a little.
    private static final long AFTER_TICK = Duration.ofNanos(100_000).toNanos();

    private static final long LOOK_AGAIN = Duration.ofNanos(250_000).toNanos();

    /// Once a tick is late by this, the mixer stands still, and there is no hurry.
    private static final long STANDSTILL = FRAME / 2;

    private static final long LOOK_AGAIN_IDLE = Duration.ofMillis(2).toNanos();

    private final Desk desk;
    private final Pause pause;
    private final PhoneMixes mixes;
    private final Runnable joining;
    private final AtomicInteger threads = new AtomicInteger();
    private final AtomicLong skipped = new AtomicLong();

    /// Whose turn it is: even while the clock works, odd while it plays to a caller. Whoever brings
    /// it from one value to the next is the clock.
    private final AtomicLong turn = new AtomicLong();

    /// Since when the clock plays to a caller, if it does.
    private volatile long playing;

    // What only the clock touches; handed on with the turn.
    private long next;
    private PhoneRound round = new PhoneRound(List.of());

    private volatile boolean stopping;
    private volatile Optional<Thread> clock = Optional.empty();
    private volatile Optional<Thread> lookout = Optional.empty();

    /// @param pause how it waits for the next tick
    /// @param joining called by each of the threads as it starts
    PhoneClock(Desk desk, Pause pause, Runnable joining) {
        this.desk = desk;
        this.pause = pause;
        this.joining = joining;
        this.mixes = new PhoneMixes(desk::versionAt);
    }

    /// Who hears what, from a patch on that has not been mixed yet. Show thread only.
    void hear(CallersHear callers) {
        mixes.hear(callers);
    }

    /// Frames that callers did not get: their own socket was stuck, or the clock was late.
    public long missed() {
        return mixes.missed() + skipped.get();
    }

    /// Runs until it is closed.
    void start() {
        next = desk.ticks();
        clock = Optional.of(startThread(() -> run(turn.get())));
        lookOut();
    }

    private void lookOut() {
        lookout = Optional.of(startThread(this::look));
    }

    @SuppressWarnings(
            "ThreadPriorityCheck") // A hint is all it is: where it counts, sound goes first.
    private Thread startThread(Runnable work) {
        return Thread.ofPlatform()
                .name("phone-" + threads.incrementAndGet())
                .daemon()
                .priority(Thread.MAX_PRIORITY)
                .start(() -> {
                    joining.run();
                    work.run();
                });
    }

    /// Waits for the clock to be kept, and then becomes it.
    private void look() {
        long rest = FRAME;
        while (!stopping) {
            LockSupport.parkNanos(rest);
            long now = turn.get();
            rest = now % 2 == 1 ? playing + PATIENCE.toNanos() - System.nanoTime() : FRAME;
            if (rest <= 0 && turn.compareAndSet(now, now + 1)) {
                lookOut();
                run(now + 1);
                return;
            }
        }
    }

    /// The clock itself, until it is closed or relieved.
    private void run(long turn) {
        clock = Optional.of(Thread.currentThread());
        long mine = turn;
        while (!stopping) {
            Optional<Play> play = round.take();
            if (play.isPresent()) {
                playing = System.nanoTime();
                this.turn.set(mine + 1);
                play(play.get());
                if (!this.turn.compareAndSet(mine + 1, mine + 2)) {
                    return;
                }
                mine += 2;
            } else {
                nextRound();
            }
        }
    }

    private void play(Play play) {
        try {
            play.leg().play(play.frame());
        } catch (RuntimeException broken) {
            LOG.log(Level.DEBUG, "a caller's path broke while it was played to", broken);
            play.leg().lost();
        }
    }

    private void nextRound() {
        long ready = desk.ticks() - next;
        if (ready <= 0) {
            waitForTick();
            return;
        }
        if (ready > MixBuffer.KEPT / 2) {
            skipped.addAndGet(ready - 1);
            next += ready - 1;
        }
        round = mixes.turn(next);
        next++;
    }

    private void waitForTick() {
        long left = desk.tickedAt() + FRAME + AFTER_TICK - System.nanoTime();
        if (left > 0) {
            pause.pause(Math.min(left, FRAME));
        } else {
            pause.pause(left > -STANDSTILL ? LOOK_AGAIN : LOOK_AGAIN_IDLE);
        }
    }

    /// Stops playing; returns when no caller is played to any more. A thread that a socket keeps is
    /// left behind, and ends when that lets it go.
    @Override
    public void close() {
        stopping = true;
        lookout.ifPresent(PhoneClock::await);
        clock.ifPresent(PhoneClock::await);
    }

    private static void await(Thread thread) {
        LockSupport.unpark(thread);
        try {
            if (!thread.join(LEAVE)) {
                LOG.log(Level.DEBUG, "{0} is kept by a caller''s socket", thread.getName());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
