package io.partyline.rulebreakers.cast;

/// A cast that starts a thread.
public final class BreakerThatStartsAThread {
    void start() {
        Thread.startVirtualThread(() -> {});
    }
}
