package io.partyline.show;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is kept of a call once it has ended.
///
/// @param call the call as it stood at its end
/// @param endedAtSample where in the show it ended, in samples at 48 kHz from show zero
/// @param summary empty until it is written
public record CallRecord(
        Call call, EndedBy by, Instant ended, long endedAtSample, Optional<Summary> summary) {
    public CallId id() {
        return call.id();
    }

    public Caller caller() {
        return call.caller();
    }

    /// Whether the caller was ever heard in the program.
    public boolean aired() {
        return !visits().all().isEmpty();
    }

    /// When and where the caller was in the program; all of it has ended.
    public Visits visits() {
        return call.visits();
    }

    /// How much was heard of the caller in all.
    public Duration airTime() {
        return visits().airTime(endedAtSample);
    }

    CallRecord summarised(Summary text) {
        return new CallRecord(call, by, ended, endedAtSample, Optional.of(text));
    }
}
