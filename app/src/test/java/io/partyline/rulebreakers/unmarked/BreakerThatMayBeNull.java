package io.partyline.rulebreakers.unmarked;

/// In a package without a word about null.
public interface BreakerThatMayBeNull {}
