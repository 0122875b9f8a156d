package io.partyline.rulebreakers.carrier.call;

import io.partyline.rulebreakers.carrier.rest.Window;

/// A call that knows the desk which knows calls.
public record BreakerInACircle(Window window) {}
