package io.partyline.twilio;

import io.partyline.audio.Frames;
import java.time.Duration;

/// Keeps the caller's end of the line neither dry nor full. The carrier plays what it has been
/// sent, one frame after the other; if it has none, the caller hears a gap, and if it has too many,
/// the call gets a delay. So what lies at the carrier is a jitter buffer on the far side, kept
/// between two marks.
///
/// Counted from absolute times, so nothing drifts by itself; where the studio's clock and the
/// carrier's differ, a lead is given or a frame thrown away every few minutes.
///
/// For one thread. All times are nanoseconds of one clock that only runs forward.
final class Pacing {
    /// Silence that goes ahead of the first frame: what the studio's clock may be late.
    static final Duration LEAD = Duration.ofMillis(40);

    /// No frame is sent that would wait longer at the carrier.
    static final Duration LONGEST_WAIT = Duration.ofMillis(60);

    private static final long FRAME = Duration.ofMillis(Frames.MILLIS).toNanos();
    private static final int LEAD_FRAMES = (int) (LEAD.toNanos() / FRAME);

    /// When what has been sent will have been played.
    private long playedAt;

    Pacing(long now) {
        playedAt = now;
    }

    /// How many frames of silence have to go ahead: none while something waits at the carrier.
    int lead(long now) {
        return playedAt - now > 0 ? 0 : LEAD_FRAMES;
    }

    /// Whether a frame is worth sending; one that is not would only be delay.
    boolean mayPlay(long now) {
        return playedAt - now <= LONGEST_WAIT.toNanos();
    }

    /// A frame has been sent.
    void played(long now) {
        playedAt = Math.max(playedAt, now) + FRAME;
    }

    /// Everything at the carrier has been thrown away.
    void cleared(long now) {
        playedAt = now;
    }
}
