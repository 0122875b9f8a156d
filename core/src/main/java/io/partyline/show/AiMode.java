package io.partyline.show;

/// Who gives an AI caller the floor.
public enum AiMode {
    /// Only the host does.
    MANUAL,
    /// An AI caller may also jump in by itself.
    AUTO
}
