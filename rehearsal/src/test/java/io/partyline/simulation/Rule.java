package io.partyline.simulation;

/// Something that must be so.
final class Rule {
    private Rule() {}

    static void check(boolean holds, String rule) {
        check(holds, rule, "");
    }

    /// @param about put into words only if the rule is broken
    static void check(boolean holds, String rule, Object about) {
        if (!holds) {
            throw new AssertionError("%s: %s".formatted(rule, about));
        }
    }
}
