package io.partyline.rulebreakers.store;

/// Something for another package to know.
public interface Shelf {}
