package io.partyline.rulebreakers.studio.voice;

/// Something for another room to know.
public interface Performance {}
