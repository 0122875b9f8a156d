package io.partyline.studio.phone;

import io.partyline.show.CallId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When each caller was last asked for, and when they may be asked for again: a leg takes a moment
/// to come, and a path that cannot be opened must not send anybody round in circles.
///
/// Safe for use by many threads at once; times are those of a clock that only runs forward, in
/// nanoseconds.
final class Attempts {
    /// From the first attempt to the second, and so on; the last holds for all further ones. A leg
    /// that comes at all has come after the first.
    private static final List<Duration> BETWEEN =
            List.of(Duration.ofSeconds(4), Duration.ofSeconds(6), Duration.ofSeconds(10));

    /// Whoever was not asked for in this time starts anew.
    private static final Duration FORGOTTEN = Duration.ofSeconds(20);

    private record Attempt(int count, long at) {}

    private final Map<CallId, Attempt> last = new HashMap<>();

    /// Whether this caller may be asked for now.
    ///
    /// @param taken whether the host waits for them, so that every attempt counts as the first
    synchronized boolean due(CallId call, boolean taken, long now) {
        Attempt attempt = last.get(call);
        return attempt == null
                || now - attempt.at() >= pause(taken ? 1 : attempt.count()).toNanos();
    }

    /// How often this caller has been asked for of late.
    synchronized int count(CallId call) {
        Attempt attempt = last.get(call);
        return attempt == null ? 0 : attempt.count();
    }

    /// They may be asked for at once.
    synchronized void forget(CallId call) {
        last.remove(call);
    }

    /// They have been asked for.
    synchronized void made(CallId call, long now) {
        int before =
                Optional.ofNullable(last.get(call))
                        .filter(attempt -> now - attempt.at() <= FORGOTTEN.toNanos())
                        .map(Attempt::count)
                        .orElse(0);
        last.put(call, new Attempt(before + 1, now));
    }

    /// Whoever is not among these has gone.
    synchronized void keep(Collection<CallId> calls) {
        last.keySet().retainAll(calls);
    }

    private static Duration pause(int count) {
        return BETWEEN.get(Math.min(count, BETWEEN.size()) - 1);
    }
}
