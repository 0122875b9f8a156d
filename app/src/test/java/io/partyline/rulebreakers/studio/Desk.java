package io.partyline.rulebreakers.studio;

/// Something for another package to know.
public interface Desk {}
