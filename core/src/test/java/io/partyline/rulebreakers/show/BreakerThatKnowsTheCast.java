package io.partyline.rulebreakers.show;

import io.partyline.rulebreakers.cast.Persona;

/// A show that knows the cast.
public record BreakerThatKnowsTheCast(Persona persona) {}
