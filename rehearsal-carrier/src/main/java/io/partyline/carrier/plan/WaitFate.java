package io.partyline.carrier.plan;

/// What becomes of a waiting caller whose wait document cannot be fetched: nobody answers, the
/// answer takes too long, or it is not a good one.
///
/// The real carrier's choice is documented nowhere, so a show has to be rehearsed with all of them.
public enum WaitFate {
    /// The caller stays in the queue in silence, and the document is asked for again.
    KEEP_WAITING,
    /// The number's fallback address is fetched, and its document goes on. Without one the call
    /// ends.
    FALLBACK,
    /// The caller leaves the queue with `QueueResult=error`: the action goes on, or the next verb.
    QUEUE_ERROR,
    /// The call ends.
    CALL_ENDS
}
