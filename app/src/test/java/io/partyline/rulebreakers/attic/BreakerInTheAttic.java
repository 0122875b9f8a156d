package io.partyline.rulebreakers.attic;

/// In a package that no rule has heard of.
public interface BreakerInTheAttic {}
