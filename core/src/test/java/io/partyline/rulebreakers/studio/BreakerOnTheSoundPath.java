package io.partyline.rulebreakers.studio;

import io.partyline.rulebreakers.audio.FrameSink;
import java.util.concurrent.locks.ReentrantLock;

/// A sink outside the audio package that waits for a lock.
public record BreakerOnTheSoundPath(ReentrantLock guard) implements FrameSink {}
