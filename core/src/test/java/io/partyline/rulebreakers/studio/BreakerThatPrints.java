package io.partyline.rulebreakers.studio;

/// A studio that prints.
public final class BreakerThatPrints {
    void print() {
        System.out.println("on air");
    }
}
