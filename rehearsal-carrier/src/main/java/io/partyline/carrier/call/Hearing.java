package io.partyline.carrier.call;

import io.partyline.carrier.sound.Heard;
import java.time.Instant;

/// One piece of what a caller heard.
///
/// @param from where it came from
/// @param since when it began
/// @param stream the id of the stream; empty if it was none
/// @param heard the sound so far
public record Hearing(Kind from, Instant since, String stream, Heard heard) {
    /// Where a caller's sound comes from.
    public enum Kind {
        /// A media stream of the show.
        SHOW,
        /// The carrier's own playlist.
        MUSIC,
        /// Nobody, or a prompt of which only the words are known.
        SILENCE
    }
}
