package io.partyline.rulebreakers.studio;

import io.partyline.rulebreakers.Adapter;

/// A studio that knows an adapter.
public record BreakerThatKnowsAnAdapter(Adapter adapter) {}
