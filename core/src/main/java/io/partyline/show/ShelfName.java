package io.partyline.show;

/// What kinds of sound the host has ready in folders.
public enum ShelfName {
    MUSIC,
    EFFECTS
}
