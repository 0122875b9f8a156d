package io.partyline.show;

import java.time.Instant;

/// A moment of the show, by the clock on the wall and by the mixer's count.
///
/// @param sample in samples at 48 kHz from show zero
public record Moment(Instant at, long sample) {
    /// This moment, but for a clock that had been further already. Either may be set back: the one
    /// on the wall by whoever keeps the time, the mixer's by a restart, after which it goes on
    /// where the first says it should be.
    Moment notBefore(Moment other) {
        return new Moment(at.isBefore(other.at) ? other.at : at, Math.max(sample, other.sample));
    }
}
