package io.partyline.rulebreakers.attic;

/// Something in a room that is not on the list.
public record BreakerInTheAttic() {}
