package io.partyline.show;

import java.time.Duration;
import java.util.Optional;

/// One stretch of a call on the air.
///
/// @param from when and where the caller came into the program
/// @param to when and where they left it; empty while they are in it
public record Visit(Moment from, Optional<Moment> to) {
    private static final int SAMPLES_A_MS = 48;

    boolean open() {
        return to.isEmpty();
    }

    Visit end(Moment end) {
        return open() ? new Visit(from, Optional.of(end.notBefore(from))) : this;
    }

    /// Whether a place in the show lies in it, its end included.
    public boolean holds(long sample) {
        return sample >= from.sample() && to.map(end -> sample <= end.sample()).orElse(true);
    }

    /// How much of it was heard, by the mixer's count.
    ///
    /// @param now where the show is, for a visit that has not ended
    public Duration length(long now) {
        long end = to.map(Moment::sample).orElse(now);
        return Duration.ofMillis(Math.max(0, end - from.sample()) / SAMPLES_A_MS);
    }
}
