package io.partyline.rulebreakers.show;

import java.time.Instant;

/// A show that takes the time by itself.
public final class BreakerThatReadsTheClock {
    Instant now() {
        return Instant.now();
    }
}
