package io.partyline.port;

import java.time.Instant;
import java.util.Set;

/// What is remembered of callers from show to show. People are known by the fingerprint of their
/// number.
///
/// Implementations are safe for use by many threads at once.
public interface CallerBook {
    /// The fingerprints of numbers that are turned away.
    Set<String> banned();

    /// Turns a number away from now on. Banning twice is not an error.
    ///
    /// @param fingerprint not empty: withheld numbers all have the same, empty one
    void ban(String fingerprint, Instant at);
}
