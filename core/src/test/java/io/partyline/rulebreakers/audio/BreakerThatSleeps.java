package io.partyline.rulebreakers.audio;

/// Sound that sleeps.
public final class BreakerThatSleeps {
    void pace() throws InterruptedException {
        Thread.sleep(20);
    }
}
