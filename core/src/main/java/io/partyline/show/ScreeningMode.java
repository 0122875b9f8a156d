package io.partyline.show;

/// Whether and how callers who wait are asked who they are and what they want to say.
public enum ScreeningMode {
    /// Nobody is asked, unless the host wants it.
    OFF,
    /// One question, whose answer is noted.
    ASK,
    /// The screener asks until enough is known.
    TALK
}
