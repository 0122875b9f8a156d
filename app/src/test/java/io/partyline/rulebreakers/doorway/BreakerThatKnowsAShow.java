package io.partyline.rulebreakers.doorway;

import io.partyline.rulebreakers.studio.Desk;

/// A door that knows who comes in by it.
public record BreakerThatKnowsAShow(Desk desk) {}
