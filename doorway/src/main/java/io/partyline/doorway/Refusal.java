package io.partyline.doorway;

/// How a door words its answer to a request that is too broken to be looked at.
@FunctionalInterface
public interface Refusal {
    /// The answer to one request.
    ///
    /// @param status an HTTP status from 400
    /// @param sentence what is wrong, without anything that the stranger wrote
    Words of(int status, String sentence);

    /// An answer.
    ///
    /// @param headers whole lines, each ended by CRLF; type and all but length and connection
    record Words(String headers, String body) {}
}
