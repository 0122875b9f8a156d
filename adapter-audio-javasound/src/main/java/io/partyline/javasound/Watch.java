package io.partyline.javasound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Sees to it that no line keeps the audio thread for ever: Java Sound waits in a read or a write
/// for as long as the device says that it works. To close the line sets the thread free.
///
/// Should the thread come out by itself at that very moment, a line is closed that works; it is
/// noticed at the next tick, and looked for anew.
final class Watch {
    /// No read and no write takes so long, however busy the computer is.
    private static final Duration STUCK = Duration.ofSeconds(1);

    private final ComputerClock clock;

    /// Both are set by `audio`, the instant first, and read by `sound devices`, the instant last:
    /// so it is never older than the line.
    private volatile @Nullable OpenLine inside;

    private volatile long since;

    Watch(ComputerClock clock) {
        this.clock = clock;
    }

    /// Before what may not come back. Audio thread only; real-time.
    void enter(OpenLine line) {
        since = clock.nanos();
        inside = line;
    }

    /// After it. Audio thread only; real-time.
    void leave() {
        inside = null;
    }

    /// Closes the line that the audio thread is stuck in, if it is. For `sound devices` only.
    void free() {
        OpenLine line = inside;
        if (line != null && clock.nanos() - since > STUCK.toNanos()) {
            line.close();
        }
    }
}
