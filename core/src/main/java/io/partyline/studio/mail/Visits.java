package io.partyline.studio.mail;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// When the answering machine is asked for which message: often at first, then ever more rarely.
///
/// All times are nanoseconds of one clock that only runs forward. Guarded by whoever uses it.
final class Visits {
    /// A caller who has just been asked to speak needs about this long for it.
    static final Duration AT_FIRST = Duration.ofSeconds(30);

    /// After news of a message, and then twice as long after each visit in vain.
    static final Duration SOON = Duration.ofSeconds(2);

    static final Duration SELDOM = Duration.ofMinutes(10);

    private static final int DOUBLINGS = 9;

    /// @param tries visits in vain since the last news
    private record Plan(long dueAt, int tries, OptionalLong overSince) {}

    private final Map<String, Plan> plans = new HashMap<>();

    /// A caller has been asked to leave this message.
    void expect(String id, long now) {
        plans.put(id, new Plan(now + AT_FIRST.toNanos(), 0, OptionalLong.empty()));
    }

    /// There is news of it: the next visit is due, but not right behind the last.
    void news(String id, long now) {
        Plan before = plan(id, now);
        boolean justTried = before.tries() == 1 && before.dueAt() - now > 0;
        if (!justTried) {
            plans.put(id, new Plan(now, 0, before.overSince()));
        }
    }

    /// A visit was not in vain, and there is more to do.
    void goOn(String id, long now) {
        plans.put(id, new Plan(now, 0, OptionalLong.empty()));
    }

    /// A visit was in vain.
    void inVain(String id, long now) {
        Plan before = plan(id, now);
        Duration pause = SOON.multipliedBy(1L << Math.min(before.tries(), DOUBLINGS));
        Duration wait = pause.compareTo(SELDOM) < 0 ? pause : SELDOM;
        plans.put(id, new Plan(now + wait.toNanos(), before.tries() + 1, before.overSince()));
    }

    /// The call is over, and there is nothing of it.
    ///
    /// @return since when that has been known
    long overSince(String id, long now) {
        Plan before = plan(id, now);
        long since = before.overSince().orElse(now);
        plans.put(id, new Plan(before.dueAt(), before.tries(), OptionalLong.of(since)));
        return since;
    }

    /// Who is to be asked for now; whoever has never been asked for is.
    ///
    /// @param open all that there is to ask for; others are forgotten
    Optional<String> due(Collection<String> open, long now) {
        plans.keySet().retainAll(open);
        return open.stream().filter(id -> plan(id, now).dueAt() - now <= 0).findFirst();
    }

    private Plan plan(String id, long now) {
        return plans.getOrDefault(id, new Plan(now, 0, OptionalLong.empty()));
    }
}
