package io.partyline.show;

import java.time.Instant;

/// Something that happened in the show. Events are all that a show is made of: replayed in order,
/// they make the same show again.
///
/// Past tense, immutable, and complete: whatever [Show#apply] needs is inside.
public sealed interface Event permits ShowEvent, CallEvent, FloorEvent, FollowUpEvent, MusicEvent {
    /// The wall time at which the show decided it.
    Instant at();
}
