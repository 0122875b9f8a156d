package io.partyline.rulebreakers.carrier;

import io.partyline.rulebreakers.studio.Desk;

/// A carrier that knows the studio.
public record BreakerThatKnowsTheStudio(Desk desk) {}
