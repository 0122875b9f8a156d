package io.partyline.carrier.call;

import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.twiml.ApplicationErrorException;

/// What follows a verb.
sealed interface Step {
    /// The next verb.
    Step NEXT = new Next();

    /// Whatever the waiting order says.
    Step INTERRUPTED = new Interrupted();

    record Next() implements Step {}

    record Interrupted() implements Step {}

    /// Another document.
    record Go(Source.Fetch source) implements Step {}

    /// The wait document cannot be run: out of the queue with an error, and on behind `<Enqueue>`.
    record QueueError() implements Step {}

    /// The wait document cannot be had, and the caller is lost to the queue: what the number's
    /// fallback says, if it has one.
    record Failed(ApplicationErrorException why) implements Step {}

    /// Out of the queue, and on behind `<Enqueue>`.
    record LeaveQueue() implements Step {}

    /// The end of the call.
    record End(Ending why) implements Step {}
}
