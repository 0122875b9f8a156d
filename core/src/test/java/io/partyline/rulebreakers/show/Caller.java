package io.partyline.rulebreakers.show;

/// Something for another package to know.
public record Caller(String name) {}
