package io.partyline.carrier.call;

import io.partyline.carrier.diary.Ending;

/// What somebody else wants of a call, whatever it is doing.
public sealed interface Order {
    /// Drop the running document and run this one.
    record Replace(Source source) implements Order {}

    /// End the call.
    record End(Ending why) implements Order {}
}
