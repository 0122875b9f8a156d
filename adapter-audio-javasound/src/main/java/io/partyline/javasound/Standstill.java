package io.partyline.javasound;

import java.time.Duration;

/// For how long a device has moved nothing although it was looked at. Time in which nobody looked,
/// because the computer was too busy or asleep, does not count.
///
/// For the device's thread only.
final class Standstill {
    /// Whoever looks comes back sooner than that.
    private static final long MOST = Duration.ofMillis(40).toNanos();

    private final NanoTime time;
    private final Duration limit;
    private long looked;
    private long still;

    Standstill(NanoTime time, Duration limit) {
        this.time = time;
        this.limit = limit;
        begin();
    }

    /// Another device, or a new beginning.
    void begin() {
        looked = time.nanos();
        still = 0;
    }

    /// @param moves whether it has moved something since the last look
    /// @return whether it has stood still for too long
    boolean isOver(boolean moves) {
        long now = time.nanos();
        still = moves ? 0 : still + Math.min(now - looked, MOST);
        looked = now;
        return still >= limit.toNanos();
    }
}
