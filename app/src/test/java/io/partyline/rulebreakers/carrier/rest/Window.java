package io.partyline.rulebreakers.carrier.rest;

import io.partyline.rulebreakers.carrier.call.BreakerInACircle;
import java.util.List;

/// A window for calls, which a call must not know.
public record Window(List<BreakerInACircle> calls) {}
