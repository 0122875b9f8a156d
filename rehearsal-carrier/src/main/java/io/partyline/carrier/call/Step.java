package io.partyline.carrier.call;

import io.partyline.carrier.diary.Ending;

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

    /// Out of the queue, and on behind `<Enqueue>`.
    record LeaveQueue() implements Step {}

    /// The end of the call.
    record End(Ending why) implements Step {}
}
