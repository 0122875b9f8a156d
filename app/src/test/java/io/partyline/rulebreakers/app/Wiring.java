package io.partyline.rulebreakers.app;

/// Something for another package to know.
public interface Wiring {}
