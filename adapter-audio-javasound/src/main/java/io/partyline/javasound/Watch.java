package io.partyline.javasound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Sees to it that no line keeps a device's thread for ever: Java Sound waits in a read or a write
/// for as long as the device says that it works. To close the line sets the thread free.
///
/// Should the thread come out by itself at that very moment, a line is closed that works; it is
/// noticed at the next turn, and looked for anew.
final class Watch {
    /// No read and no write takes so long, however busy the computer is.
    private static final Duration STUCK = Duration.ofSeconds(1);

    private final NanoTime time;

    /// Both are set by the device's thread, the instant first, and read by the keeper, the instant
    /// last: so it is never older than the line.
    private volatile @Nullable OpenLine inside;

    private volatile long since;

    Watch(NanoTime time) {
        this.time = time;
    }

    /// Before what may not come back. The device's thread only.
    void enter(OpenLine line) {
        since = time.nanos();
        inside = line;
    }

    /// After it. The device's thread only.
    void leave() {
        inside = null;
    }

    /// Closes the line that the device's thread is stuck in, if it is. For the keeper only.
    void free() {
        OpenLine line = inside;
        if (line != null && time.nanos() - since > STUCK.toNanos()) {
            line.close();
        }
    }
}
