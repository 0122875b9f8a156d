package io.partyline.rulebreakers.audio;

/// Sound that holds a monitor for a whole method.
public final class BreakerThatSynchronizes {
    private int ticks;

    synchronized int tick() {
        return ++ticks;
    }
}
