package io.partyline.rulebreakers.exports;

import io.partyline.rulebreakers.store.Shelf;

/// An export that fetches its events itself.
public record BreakerThatReadsAStore(Shelf shelf) {}
