package io.partyline.rulebreakers.cast;

import io.partyline.rulebreakers.port.Line;

/// A cast that knows a port.
public record BreakerThatKnowsAPort(Line line) {}
