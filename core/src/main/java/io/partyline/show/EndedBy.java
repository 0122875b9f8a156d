package io.partyline.show;

/// How a call came to its end.
public enum EndedBy {
    /// The host hung up.
    HOST,
    /// The caller hung up.
    CALLER,
    /// The host dropped the call before it was aired.
    DROPPED,
    /// The connection broke and did not come back within its grace.
    LOST,
    /// The show was closed.
    SHOW_CLOSED,
    /// The program stopped in mid-show and the call was no longer there after it came back.
    RESTART,
    /// The host banned the caller.
    BANNED
}
