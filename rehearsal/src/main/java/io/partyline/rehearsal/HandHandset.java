package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.PhoneFrame;
import io.partyline.port.Handset;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/// A handset that keeps what it was played, for a test to listen to; it can be made to stick like a
/// socket that nobody reads.
///
/// Strict: being told twice that it is over is a mistake. Safe for use by many threads at once.
public final class HandHandset implements Handset {
    /// Two seconds; of more, the oldest is forgotten.
    private static final int KEPT = 100;

    private final Queue<PhoneFrame> played = new ArrayDeque<>();
    private boolean over;
    private boolean stuck;
    private int inside;

    /// A handset to which nothing has been played.
    public HandHandset() {}

    @Override
    public synchronized void play(PhoneFrame frame) {
        inside++;
        try {
            while (stuck && !over) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the middle of a frame", interrupted);
        } finally {
            inside--;
        }
        if (played.size() == KEPT) {
            played.remove();
        }
        played.add(frame);
        notifyAll();
    }

    @Override
    public synchronized void over() {
        if (over) {
            throw new IllegalStateException("told twice that it is over");
        }
        over = true;
        notifyAll();
    }

    /// Whether the show is done with it.
    public synchronized boolean isOver() {
        return over;
    }

    /// From now on whoever plays is kept, until [#moves].
    public synchronized void sticks() {
        stuck = true;
    }

    /// Lets go of whoever was kept.
    public synchronized void moves() {
        stuck = false;
        notifyAll();
    }

    /// Whether somebody is being kept at this moment.
    public synchronized boolean keepsSomebody() {
        return stuck && inside > 0;
    }

    /// The next frame that was played, as samples from -1 to 1 at 8 kHz; waits for it if need be.
    ///
    /// @return empty if none came within `limit`
    public synchronized Optional<float[]> hear(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (played.isEmpty()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return Optional.empty();
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        var samples = new float[Frames.PHONE_SAMPLES];
        Mulaw.decode(played.remove().codes(), 0, samples, 0, samples.length);
        return Optional.of(samples);
    }

    /// Forgets what was played so far.
    public synchronized void forget() {
        played.clear();
    }
}
