package io.partyline.carrier.diary;

/// Where a call is, seen from the carrier.
public enum CallPhase {
    /// The show has been asked what to do and has not answered the phone yet.
    RINGING,
    /// Answered; a prompt, a pause or a recording is going on, or the show is being asked
    /// something.
    ANSWERED,
    /// Waiting in one of the carrier's queues.
    IN_QUEUE,
    /// Connected to the show by a two-way media stream.
    STREAMING,
    /// Over.
    ENDED
}
