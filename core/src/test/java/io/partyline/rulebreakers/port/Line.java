package io.partyline.rulebreakers.port;

/// Something for another package to know.
public interface Line {}
