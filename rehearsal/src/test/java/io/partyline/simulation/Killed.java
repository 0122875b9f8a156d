package io.partyline.simulation;

/// The program is gone, in the middle of what it did.
final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
        super("killed", null, false, false);
    }
}
