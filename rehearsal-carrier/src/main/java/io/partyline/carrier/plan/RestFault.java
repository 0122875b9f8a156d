package io.partyline.carrier.plan;

import java.time.Duration;

/// What can go wrong with a request from the show to the carrier's REST desk.
public sealed interface RestFault {
    /// It is refused with this HTTP status (404, 429, 500, ...), and nothing is done.
    record Refused(int status) implements RestFault {}

    /// It is refused with 429 and the code 20429, may be asked again after this (the header
    /// `Retry-After`, in whole seconds), and nothing is done.
    record TooMany(Duration retryAfter) implements RestFault {}

    /// It is done, and yet answered with this HTTP status.
    record DoneButRefused(int status) implements RestFault {}

    /// It is never answered, and nothing is done; the connection stays open until the carrier
    /// closes.
    record Hangs() implements RestFault {}

    /// It is accepted with 200, and nothing is done.
    record NoEffect() implements RestFault {}

    /// It is done at once and answered so much later.
    record SlowAnswer(Duration by) implements RestFault {}

    /// It is accepted at once and done so much later.
    record LateEffect(Duration by) implements RestFault {}
}
