package io.partyline.rulebreakers.audio;

import java.util.concurrent.locks.ReentrantLock;

/// Sound that waits for a lock.
public record BreakerThatLocks(ReentrantLock guard) {}
