package io.partyline.rulebreakers.files;

import io.partyline.rulebreakers.studio.Desk;

/// A file that knows whose it is.
public record BreakerThatKnowsTheDesk(Desk desk) {}
