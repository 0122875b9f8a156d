package io.partyline.rulebreakers.rehearsal.carrier;

import io.partyline.rulebreakers.studio.Desk;

/// A carrier that knows the studio.
public record BreakerThatKnowsTheStudio(Desk desk) {}
