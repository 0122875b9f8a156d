package io.partyline.rulebreakers.port;

import io.partyline.rulebreakers.studio.Desk;

/// A port that knows the studio.
public record BreakerThatKnowsTheStudio(Desk desk) {}
