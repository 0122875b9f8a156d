package io.partyline.mix;

/// What a caller hears while they wait.
public enum HeldCallerHears {
    /// Music.
    BED,
    /// The show, at a lower level.
    PROGRAM
}
