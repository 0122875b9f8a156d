package io.partyline.rulebreakers.audio;

import io.partyline.rulebreakers.show.Caller;

/// Sound that knows the show.
public record BreakerThatKnowsTheShow(Caller caller) {}
