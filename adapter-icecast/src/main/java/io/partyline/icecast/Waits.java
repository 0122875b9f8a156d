package io.partyline.icecast;

import java.time.Duration;

/// How long to wait before the next attempt to connect: half a second at first, twice as long each
/// time, half a minute at most; and from the beginning again after a connection that held.
///
/// Half a second is what a server needs that is started again, and to notice that the line before
/// is gone: until then it says that the mount is in use. For one thread.
final class Waits {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /// A connection that lasted so long has held.
    private static final Duration HELD = Duration.ofSeconds(10);

    private Duration next = FIRST;

    /// @param lasted how long there was a connection; nothing if there was none
    Duration after(Duration lasted) {
        if (lasted.compareTo(HELD) >= 0) {
            next = FIRST;
        }
        Duration wait = next;
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return wait;
    }
}
