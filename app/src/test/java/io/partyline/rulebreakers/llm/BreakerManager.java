package io.partyline.rulebreakers.llm;

/// A name that says nothing.
public interface BreakerManager {}
