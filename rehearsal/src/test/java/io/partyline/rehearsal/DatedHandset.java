package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.PhoneFrame;
import io.partyline.port.Handset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A handset that knows of all that it was played when that was mixed, by the host's [TimeMarks]:
/// so it does not matter how late it is played, nor whether frames were left out because the
/// computer was busy. What has no date, as while it does not hear the host, it forgets.
///
/// Safe for use by many threads at once.
final class DatedHandset implements Handset {
    /// A frame, as samples at 8 kHz, and in which turn of the clock it was mixed.
    static final class Played {
        private final long turn;
        private final float[] samples;

        private Played(long turn, float[] samples) {
            this.turn = turn;
            this.samples = samples;
        }

        long turn() {
            return turn;
        }

        /// Which of a voice's tones sounds in it, if one is at least that loud; else -1.
        int loudest(String voice, double least) {
            return Tones.loudest(samples, 0, samples.length, voice, least);
        }
    }

    private static final long NEVER = Long.MAX_VALUE;

    private final HandClock clock;
    private final List<Played> played = new ArrayList<>();

    /// The turn in which it was last played something.
    private long last = NEVER;

    private boolean over;

    DatedHandset(HandClock clock) {
        this.clock = clock;
    }

    @Override
    public void play(PhoneFrame frame) {
        long latest = moves();
        var samples = new float[Frames.PHONE_SAMPLES];
        Mulaw.decode(frame.codes(), 0, samples, 0, samples.length);
        TimeMarks.turn(samples, latest).ifPresent(turn -> keep(new Played(turn, samples)));
        moves();
    }

    private synchronized long moves() {
        last = clock.turns();
        notifyAll();
        return last;
    }

    /// Frames come in order, so a mark that says something else is none.
    private synchronized void keep(Played frame) {
        if (!over && (played.isEmpty() || played.getLast().turn() < frame.turn())) {
            played.add(frame);
        }
    }

    @Override
    public synchronized void over() {
        over = true;
        notifyAll();
    }

    /// Waits until it was played something in a turn or later, unless it is over, or was played
    /// nothing yet: so whoever turns the clock is never far ahead of whoever plays.
    ///
    /// @return whether it was, within `limit`
    synchronized boolean keepsUpWith(long turn, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toNanos();
                    !over && last < turn && left > 0;
                    left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return over || last >= turn;
    }

    /// Everything, in order.
    synchronized List<Played> played() {
        return List.copyOf(played);
    }
}
