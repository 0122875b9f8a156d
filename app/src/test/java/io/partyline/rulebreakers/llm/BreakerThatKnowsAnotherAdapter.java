package io.partyline.rulebreakers.llm;

import io.partyline.rulebreakers.store.Shelf;

/// An adapter that knows another.
public record BreakerThatKnowsAnotherAdapter(Shelf shelf) {}
