package io.partyline.http;

import io.partyline.port.ControlRoom.Health;
import io.partyline.port.ControlRoom.Health.State;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Requests that came to the studio door through a tunnel or proxy, and were turned away: a tunnel
/// that leads to the wrong door, by which anybody may send as many as they like. The log says it
/// once, the host is told how many there were.
///
/// Safe for use by many threads at once.
final class Detours {
    /// How long the host is told after the last one.
    private static final Duration NEWS = Duration.ofMinutes(10);

    private static final System.Logger LOG = System.getLogger(Detours.class.getName());

    private final LongSupplier nanoTime;
    private long count;
    private long latest;

    /// @param nanoTime a clock that only runs forward
    Detours(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// One more.
    synchronized void came() {
        latest = nanoTime.getAsLong();
        if (++count == 1) {
            LOG.log(
                    Level.ERROR,
                    "A request came to the studio door through a tunnel or proxy and was turned"
                            + " away: point the tunnel at the phone door. Others are counted only.");
        }
    }

    /// What the host is to know; empty if none has come lately.
    synchronized Optional<Health> health() {
        boolean news = count > 0 && nanoTime.getAsLong() - latest <= NEWS.toNanos();
        return news
                ? Optional.of(
                        new Health(
                                "studio door",
                                State.TROUBLE,
                                "Requests that came to the studio door through a tunnel or proxy and"
                                        + " were turned away: %d. Point the tunnel at the phone door."
                                                .formatted(count)))
                : Optional.empty();
    }
}
