package io.partyline.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The time of day as it was when the program started, and from there on a clock that only runs
/// forward. A show counts its waits, its deadlines and its air time by instants; if somebody, or a
/// time server, sets the computer's clock in the middle of it, none of these may jump.
///
/// The price: the times of a show are those of the clock with which it began, also if that was
/// wrong and has been put right since. A show that goes on after a restart begins with the clock as
/// it is then, and never before the last thing that it knows of: instants in a journal do not run
/// backwards, and a wait that seems longer for it is one that the host has seen before.
///
/// Safe for use by many threads at once.
final class SteadyClock implements InstantSource {
    private final Instant start;
    private final long startNanos;
    private final LongSupplier nanoTime;

    /// @param day the computer's clock, looked at once
    /// @param notBefore the last instant that is known of, or any earlier one
    /// @param nanoTime a clock that only runs forward, also while the computer sleeps
    SteadyClock(InstantSource day, Instant notBefore, LongSupplier nanoTime) {
        Instant now = day.instant();
        start = now.isBefore(notBefore) ? notBefore : now;
        startNanos = nanoTime.getAsLong();
        this.nanoTime = nanoTime;
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.ofNanos(nanoTime.getAsLong() - startNanos));
    }
}
