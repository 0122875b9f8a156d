package io.partyline.show;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How much the AI callers hold back: who speaks unasked waits longer before anybody does again,
/// and who was talked over or passed by waits longer still.
///
/// @param unasked how many turns in a row nobody had asked for
/// @param lastUnasked the one of these that ended last
/// @param rebuffs how often each caller was talked over or passed by since they were last spoken to
public record Restraint(int unasked, Optional<Ended> lastUnasked, Map<CallId, Integer> rebuffs) {
    static final Restraint NONE = new Restraint(0, Optional.empty(), Map.of());

    /// Nobody is kept waiting for longer.
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Duration REBUFF = Duration.ofSeconds(20);

    /// How soon after a turn that nobody asked for it tells when somebody else is spoken to.
    private static final Duration PASSED_BY = Duration.ofSeconds(15);

    /// Beyond this the wait is the longest anyway.
    private static final int MOST_DOUBLINGS = 6;

    /// A turn that nobody had asked for, and when it ended.
    public record Ended(CallId call, Instant at) {}

    public Restraint {
        rebuffs = Map.copyOf(rebuffs);
    }

    /// How long this caller waits after they have spoken.
    Duration own(CallId call, Duration cooldown) {
        Duration wait = cooldown.plus(REBUFF.multipliedBy(rebuffs.getOrDefault(call, 0)));
        return shorter(wait);
    }

    /// How long everybody waits after somebody has spoken unasked.
    Duration room(Duration cooldown) {
        return unasked == 0
                ? Duration.ZERO
                : shorter(cooldown.multipliedBy(1L << Math.min(unasked, MOST_DOUBLINGS)));
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /// Whoever is spoken to is wanted. Whoever spoke unasked, and is passed by at once for somebody
    /// else, was not.
    Restraint weighed(FloorEvent.JumpInWeighed event) {
        if (event.meant()) {
            return wanted(event.call());
        }
        boolean passedBy =
                event.why() == Weighed.OTHER_ADDRESSED
                        && lastUnasked
                                .filter(last -> last.call().equals(event.call()))
                                .filter(last -> event.at().isBefore(last.at().plus(PASSED_BY)))
                                .isPresent();
        return passedBy ? rebuffed(event.call()) : this;
    }

    /// Somebody spoke without being asked.
    Restraint spokeUnasked(CallId call, Instant at) {
        int most = Math.min(unasked + 1, MOST_DOUBLINGS);
        return new Restraint(most, Optional.of(new Ended(call, at)), rebuffs);
    }

    /// A person spoke to this caller, so they are wanted.
    Restraint wanted(CallId call) {
        var others = new HashMap<>(rebuffs);
        others.remove(call);
        return new Restraint(0, lastUnasked.filter(last -> !last.call().equals(call)), others);
    }

    /// This caller was talked over, or spoke and nobody took it up.
    Restraint rebuffed(CallId call) {
        var more = new HashMap<>(rebuffs);
        more.merge(call, 1, (a, b) -> Math.min(a + b, MOST_DOUBLINGS));
        return new Restraint(unasked, Optional.empty(), more);
    }

    Restraint without(CallId call) {
        var others = new HashMap<>(rebuffs);
        others.remove(call);
        return new Restraint(
                unasked, lastUnasked.filter(last -> !last.call().equals(call)), others);
    }
}
