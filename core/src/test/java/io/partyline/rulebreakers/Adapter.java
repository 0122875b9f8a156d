package io.partyline.rulebreakers;

/// Something outside core for the studio to know.
public interface Adapter {}
