package io.partyline.rulebreakers.cast;

import java.util.UUID;

/// A cast that takes a chance by itself.
public final class BreakerThatRollsDice {
    UUID roll() {
        return UUID.randomUUID();
    }
}
