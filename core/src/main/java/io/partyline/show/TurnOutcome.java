package io.partyline.show;

/// How a turn of an AI caller came to its end.
public enum TurnOutcome {
    /// All of it was heard.
    FINISHED,
    /// It was stopped, and counts as far as it was heard.
    STOPPED,
    /// The model or the voice failed.
    FAILED
}
