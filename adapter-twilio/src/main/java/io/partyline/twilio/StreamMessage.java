package io.partyline.twilio;

/// What the carrier says on a media stream. The words are the carrier's.
sealed interface StreamMessage {
    /// The first message of a socket; it names nothing yet.
    record Connected() implements StreamMessage {}

    /// Which stream of which call this is.
    ///
    /// @param token the ticket that our own document gave to the carrier; empty if there is none
    /// @param phone whether the audio is µ-law at 8 kHz, mono, the only kind that this door speaks
    record Start(String streamSid, String accountSid, String callSid, String token, boolean phone)
            implements StreamMessage {}

    /// Audio from the caller.
    ///
    /// @param chunk counts from 1, says the carrier's own page; -1 if it was not given
    /// @param timestamp milliseconds since the stream began, roughly; -1 if it was not given
    record Media(boolean inbound, long chunk, long timestamp, Payload payload)
            implements StreamMessage {}

    /// The caller pressed a key.
    record Dtmf(String digit) implements StreamMessage {}

    /// All audio before our mark of this name has been played, or thrown away by `clear`.
    record Mark(String name) implements StreamMessage {}

    /// The stream ends: the call is over, or has been sent elsewhere.
    record Stop() implements StreamMessage {}

    /// Something that this door does not know; the carrier adds to its protocol without notice.
    record Unknown() implements StreamMessage {}
}
