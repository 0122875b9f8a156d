package io.partyline.studio.phone;

import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.Show;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Misses the callers whom the telephone network holds, and about whom it has stopped asking: their
/// hang-up may never have been reported.
///
/// A caller with a leg is not missed, since a leg tells when it is lost; nor one who is looked for
/// anyway. Safe for use by many threads at once.
public final class RollCall {
    /// Three rounds of a wait document of eight seconds, and a little.
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final Supplier<Show> show;
    private final InstantSource clock;
    private final Map<CallId, Instant> heardOf = new HashMap<>();

    public RollCall(Supplier<Show> show, InstantSource clock) {
        this.show = show;
        this.clock = clock;
    }

    /// The network has asked about a caller.
    synchronized void heardOf(CallId call) {
        heardOf.put(call, clock.instant());
    }

    /// Everybody of whom nothing has been heard for too long; each is missed once in every
    /// [#QUIET].
    synchronized List<CallId> missing() {
        Instant now = clock.instant();
        List<CallId> waiting =
                show.get().calls().real().filter(RollCall::inTheQueue).map(Call::id).toList();
        heardOf.keySet().retainAll(waiting);
        return waiting.stream().filter(call -> isQuiet(call, now)).toList();
    }

    private static boolean inTheQueue(Call call) {
        return call.held() && !call.marks().leg() && call.marks().lostSince().isEmpty();
    }

    private boolean isQuiet(CallId call, Instant now) {
        Instant last = heardOf.putIfAbsent(call, now);
        boolean quiet = last != null && !now.isBefore(last.plus(QUIET));
        if (quiet) {
            heardOf.put(call, now);
        }
        return quiet;
    }
}
