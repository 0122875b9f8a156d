package io.partyline.carrier.plan;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Lets so many requests through in any second.
///
/// Safe for use by many threads at once.
final class RateLimit {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanos;
    private final Deque<Long> let = new ArrayDeque<>();
    private final int perSecond;

    /// @param perSecond 0 for no limit
    /// @param nanos a clock that only runs forward
    RateLimit(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /// Counts a request; the refusal if there are too many.
    synchronized Optional<RestFault> refusal() {
        if (perSecond == 0) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        while (!let.isEmpty() && now - let.getFirst() >= SECOND) {
            let.removeFirst();
        }
        if (let.size() < perSecond) {
            let.addLast(now);
            return Optional.empty();
        }
        long wait = SECOND - (now - let.getFirst());
        return Optional.of(new RestFault.TooMany(Duration.ofNanos(wait)));
    }
}
