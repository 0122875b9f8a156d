package io.partyline.rulebreakers.cast;

/// Something for another package to know.
public record Persona(String name) {}
