package io.partyline.rulebreakers.carrier.rest;

import io.partyline.rulebreakers.carrier.call.BreakerThatKnowsTheDesk;
import java.util.List;

/// A window for calls, which a call must not know.
public record Window(List<BreakerThatKnowsTheDesk> calls) {}
