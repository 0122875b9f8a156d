package io.partyline.rulebreakers.studio;

/// A type of the studio with a word of the carrier in its name.
public record BreakerWithACallSid(String callSid) {}
