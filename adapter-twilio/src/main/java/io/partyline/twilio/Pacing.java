package io.partyline.twilio;

import io.partyline.audio.Frames;
import java.time.Duration;

/// How far ahead of the caller's ear we are, and what follows from it.
///
/// The carrier plays whatever we send, one frame every 20 ms. Sent too late, the caller hears a
/// gap; sent too early, the call gets a delay. So what lies at the carrier is kept between two
/// marks, which is a jitter buffer on the far side. Counted from absolute deadlines, so nothing
/// drifts.
///
/// For one thread. All times are nanoseconds of one clock that only runs forward.
final class Pacing {
    /// No frame is sent that would wait longer at the carrier.
    static final Duration LEAD = Duration.ofMillis(60);

    /// Below this the carrier is about to run dry, and silence is better than a gap.
    static final Duration FLOOR = Duration.ofMillis(20);

    private static final long FRAME = Duration.ofMillis(Frames.MILLIS).toNanos();

    /// When what has been sent will have been played.
    private long playedAt;

    /// The next moment to look for frames.
    private long tick;

    Pacing(long now) {
        playedAt = now;
        tick = now;
    }

    boolean mayPlay(long now) {
        return playedAt - now < LEAD.toNanos();
    }

    boolean mustPlay(long now) {
        return playedAt - now <= FLOOR.toNanos();
    }

    /// A frame has been sent.
    void played(long now) {
        playedAt = Math.max(playedAt, now) + FRAME;
    }

    /// Everything at the carrier has been thrown away.
    void cleared(long now) {
        playedAt = now;
    }

    /// How long until the next look: the grid stays where it is, unless we are late by a whole
    /// frame.
    long untilNextTick(long now) {
        tick += FRAME;
        if (now - tick > FRAME) {
            tick = now;
        }
        return Math.max(0, tick - now);
    }
}
