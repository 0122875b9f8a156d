package io.partyline.show;

/// How a track or a cart came to its end.
public enum PlayedOut {
    /// It was heard to its last sample.
    FINISHED,
    /// The host stopped it.
    STOPPED,
    /// Another track came in its place.
    REPLACED,
    /// Its file could not be read any further.
    BROKEN
}
