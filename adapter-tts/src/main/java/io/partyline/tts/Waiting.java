package io.partyline.tts;

import java.time.Duration;
import java.util.Optional;

/// The waiting for one text: how much of the patience is left. For one thread.
final class Waiting {
    private final Patience patience;
    private final long asked = System.nanoTime();
    private long waited;
    private boolean begun;

    Waiting(Patience patience) {
        this.patience = patience;
    }

    /// The next piece; empty if it does not come in time.
    Optional<Arrival> on(Inflow inflow) {
        long before = System.nanoTime();
        Optional<Arrival> next = inflow.next(limit(before));
        waited += System.nanoTime() - before;
        begun |= next.filter(Arrival.Bytes.class::isInstance).isPresent();
        return next;
    }

    /// How it was too late, to be put behind a voice's name.
    String late() {
        if (!begun) {
            return "did not begin within %s.".formatted(Patience.words(patience.first()));
        }
        return waited >= patience.whole().toNanos()
                ? "takes too long over a sentence."
                : "stood still for %s in mid-sentence.".formatted(Patience.words(patience.idle()));
    }

    private Duration limit(long now) {
        long left = patience.whole().toNanos() - waited;
        long step = begun ? patience.idle().toNanos() : patience.first().toNanos() - (now - asked);
        return Duration.ofNanos(Math.min(left, step));
    }
}
