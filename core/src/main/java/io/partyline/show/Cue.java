package io.partyline.show;

import java.time.Instant;

/// The host's private note to one AI caller. It is never spoken.
public record Cue(String text, Instant since) {
    /// The longest note, in characters: a sentence or two.
    public static final int LONGEST = 300;

    /// The most notes that one caller has in mind; the oldest is forgotten.
    static final int MOST = 3;
}
