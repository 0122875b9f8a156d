package io.partyline.spend;

/// What providers count.
public enum Unit {
    /// Pieces of words that a model is given.
    INPUT_TOKENS,
    /// Pieces of words that a model writes, its thinking among them.
    OUTPUT_TOKENS,
    /// Characters of text that are spoken.
    CHARACTERS,
    /// Seconds of sound that are recognised.
    SECONDS
}
