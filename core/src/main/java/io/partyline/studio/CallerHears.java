package io.partyline.studio;

/// What a caller hears while they wait.
public enum CallerHears {
    /// Music.
    BED,
    /// The show, at a lower level.
    PROGRAM
}
