package io.partyline.twilio;

import java.time.Duration;

/// Bounds how many messages a socket may send: a hundred a second, twice what the carrier does,
/// with room for what piles up behind a network that stood still for a few seconds.
///
/// For one thread.
final class Budget {
    private static final long REFILL_NANOS = Duration.ofSeconds(1).toNanos() / 100;
    private static final long MOST = 600;

    /// The moment at which the budget would be full.
    private long full;

    Budget(long now) {
        full = now;
    }

    /// Whether one more message is within it.
    boolean spend(long now) {
        full = Math.max(full, now) + REFILL_NANOS;
        return full - now <= MOST * REFILL_NANOS;
    }
}
