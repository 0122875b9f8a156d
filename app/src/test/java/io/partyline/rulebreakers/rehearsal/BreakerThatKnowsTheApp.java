package io.partyline.rulebreakers.rehearsal;

import io.partyline.rulebreakers.app.Wiring;

/// A rehearsal that knows the app.
public record BreakerThatKnowsTheApp(Wiring wiring) {}
