package io.partyline.show;

import java.time.Instant;

/// A moment that the host wants to find again.
///
/// @param note what it is about; may be blank
/// @param atSample where it is in the show, in samples at 48 kHz from show zero
public record Mark(String note, long atSample, Instant at) {
    /// The longest note, in characters: a line of a label track.
    public static final int LONGEST = 200;
}
