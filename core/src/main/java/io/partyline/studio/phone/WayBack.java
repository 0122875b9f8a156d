package io.partyline.studio.phone;

import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.Calls;
import io.partyline.show.EndedBy;
import io.partyline.show.Show;
import io.partyline.show.Stage;
import io.partyline.studio.run.Rounds;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Brings callers to us who have no leg and should have one: at the start of a show that goes on,
/// when a leg breaks, when the program has stood still, and when the host takes somebody whom the
/// network holds.
///
/// The network is asked who is there; nobody waits until it asks. Then one caller after the other
/// is asked for: first whoever is being taken, then in the order of the queue. A caller who is
/// already on the way is not asked for twice, nor at all before everybody has been asked for once.
///
/// One thread, `way-back`, does all of it; every other thread only says that there is something to
/// do.
public final class WayBack implements AutoCloseable {
    /// Between two callers: five a second, well under what a carrier takes from one account.
    static final Duration PACE = Duration.ofMillis(200);

    /// How often the network is asked while somebody is missing.
    static final Duration WHILE_MISSING = Duration.ofSeconds(3);

    /// How often it is asked anyway: a caller may have fallen into its queue without our knowing,
    /// because they rang while the way to us was cut, or hung up there without a word to us.
    static final Duration ANYWAY = Duration.ofSeconds(15);

    /// The longest that this thread sleeps.
    private static final Duration ROUND = Duration.ofMillis(500);

    private final Supplier<Show> show;
    private final Operator operator;
    private final boolean carrierHolds;
    private final LongSupplier nanoTime;
    private final Attempts attempts = new Attempts();
    private final Rounds rounds = new Rounds("way-back", this::round, ROUND);
    private volatile boolean wanted;
    private volatile EndedBy missingBecause = EndedBy.CALLER;
    private long lookedAt;
    private long notBefore;

    /// @param carrierHolds whether a caller who waits is right in the network's own queue
    /// @param nanoTime a clock that only runs forward
    public WayBack(
            Supplier<Show> show, Operator operator, boolean carrierHolds, LongSupplier nanoTime) {
        this.show = show;
        this.operator = operator;
        this.carrierHolds = carrierHolds;
        this.nanoTime = nanoTime;
        lookedAt = nanoTime.getAsLong();
        notBefore = lookedAt;
    }

    /// Begins to see to callers, until it is closed; first to those who called while the program
    /// was gone.
    public void start() {
        wanted = true;
        rounds.start();
    }

    /// Somebody is missing: the network is asked at once.
    public void look() {
        wanted = true;
        rounds.nudge();
    }

    /// The show goes on after the program was away: whoever is not found has gone because of that.
    public void lookAfterRestart() {
        missingBecause = EndedBy.RESTART;
        look();
    }

    /// Somebody without a leg has been taken.
    public void fetch() {
        rounds.nudge();
    }

    /// The path to a caller could not be opened; if they are being taken, that has failed. They are
    /// in the network's queue now, where a caller who has just been greeted is not known to be.
    void notConnected(CallId call) {
        String why = "The telephone company could not connect the caller's audio.";
        if (operator.failFetch(call, why)) {
            attempts.forget(call);
        }
        look();
    }

    /// Does what is due, at most one question for a caller.
    ///
    /// @return how long there is nothing to do, if nobody calls meanwhile
    Duration round() {
        if (isTimeToLook()) {
            lookNow();
        }
        long rest = notBefore - nanoTime.getAsLong();
        if (rest > 0) {
            return shorter(Duration.ofNanos(rest));
        }
        return next().map(this::bring).orElse(ROUND);
    }

    private boolean isTimeToLook() {
        Duration since = Duration.ofNanos(nanoTime.getAsLong() - lookedAt);
        return wanted
                || since.compareTo(ANYWAY) >= 0
                || (since.compareTo(WHILE_MISSING) >= 0 && isSomebodyMissing());
    }

    private boolean isSomebodyMissing() {
        for (Call call : show.get().calls().live().values()) {
            if (shouldHaveALeg(call) || isLookedFor(call)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLookedFor(Call call) {
        return call.caller().isReal()
                && !call.marks().leg()
                && call.marks().lostSince().isPresent();
    }

    private void lookNow() {
        wanted = false;
        if (operator.look(missingBecause)) {
            missingBecause = EndedBy.CALLER;
        }
        lookedAt = nanoTime.getAsLong();
    }

    private Optional<Call> next() {
        Calls calls = show.get().calls();
        attempts.keep(calls.live().keySet());
        if (!lacksALeg(calls)) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        return missing(calls)
                .filter(call -> attempts.due(call.id(), taken(call), now))
                .min(
                        Comparator.comparing((Call call) -> !taken(call))
                                .thenComparingInt(call -> attempts.count(call.id())));
    }

    private Duration bring(Call call) {
        Duration rest =
                switch (operator.fetch(call.id())) {
                    case Operator.Fetched.Agreed _ -> asked(call);
                    case Operator.Fetched.Refused _ when taken(call) -> PACE;
                    case Operator.Fetched.Refused _ -> asked(call);
                    case Operator.Fetched.Busy(var pause) -> pause;
                };
        notBefore = nanoTime.getAsLong() + rest.toNanos();
        return shorter(rest);
    }

    private Duration asked(Call call) {
        attempts.made(call.id(), nanoTime.getAsLong());
        return PACE;
    }

    private static boolean taken(Call call) {
        return call.stage() instanceof Stage.Taking;
    }

    /// Everybody who should have a leg and has none, in the order in which they are brought.
    private Stream<Call> missing(Calls calls) {
        Stream<Call> taken =
                calls.live().values().stream()
                        .filter(WayBack::taken)
                        .sorted(Comparator.comparing(call -> call.stage().since()));
        return Stream.concat(taken, calls.waiting().stream()).filter(this::shouldHaveALeg);
    }

    /// Asked twice a second for as long as the program runs.
    private boolean lacksALeg(Calls calls) {
        for (Call call : calls.live().values()) {
            if (shouldHaveALeg(call)) {
                return true;
            }
        }
        return false;
    }

    private boolean shouldHaveALeg(Call call) {
        return call.caller().isReal()
                && !call.marks().leg()
                && (taken(call) || (call.held() && !carrierHolds));
    }

    private static Duration shorter(Duration rest) {
        return rest.compareTo(ROUND) < 0 ? rest : ROUND;
    }

    @Override
    public void close() {
        rounds.close();
    }
}
