package io.partyline.rulebreakers.studio.sound;

import io.partyline.rulebreakers.studio.voice.Performance;

/// The sound room that knows a room above it.
public record BreakerThatKnowsTheVoiceRoom(Performance performance) {}
