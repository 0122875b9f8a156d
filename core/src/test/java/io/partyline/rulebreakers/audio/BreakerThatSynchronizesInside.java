package io.partyline.rulebreakers.audio;

/// Sound that holds a monitor for a while.
public final class BreakerThatSynchronizesInside {
    private int ticks;

    int tick() {
        synchronized (this) {
            return ++ticks;
        }
    }
}
