package io.partyline.rulebreakers.events;

import io.partyline.rulebreakers.store.Shelf;

/// A form of events that knows who keeps them.
public record BreakerOfOneStore(Shelf shelf) {}
