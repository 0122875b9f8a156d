package io.partyline.rulebreakers.audio;

/// What makes a class part of the sound path.
public interface FrameSink {}
