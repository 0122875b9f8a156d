package io.partyline.studio.phone;

import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Decision;
import io.partyline.show.EndedBy;
import io.partyline.show.Reason;
import io.partyline.show.ShowCommand;
import io.partyline.studio.run.RunningShow;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/// Speaks with the telephone network for the show. What it learns comes back as a command; what the
/// network refuses is kept as a sentence for the host.
///
/// Everything but [#trouble] may block for as long as the network takes, so it is for `react`
/// threads and for `way-back`.
public final class Operator {
    private static final System.Logger LOG = System.getLogger(Operator.class.getName());

    /// Why the show will not have somebody whom the network holds; whoever only finds no free line
    /// waits on. Whoever is still there when the show is over waits for nobody.
    private static final Set<Reason> UNWANTED =
            Set.of(Reason.NO_SUCH_CALL, Reason.BANNED, Reason.SHOW_CLOSED);

    /// As many as a show has lines at most; of more, only those that are on the line are doubted.
    private static final int MOST_DOUBTFUL = 1_000;

    /// As many as are asked about because a list lacks them, and not more if it lacks everybody.
    private static final int MOST_IN_A_LOOK = 20;

    private final Telephony telephony;
    private final RunningShow show;
    private final InstantSource clock;

    /// Calls about which the network could not be asked, or which it did not know. A doubt outlives
    /// the show in which it came up, since a report may bring the call into the next one; or back
    /// into this one, if it comes late. Each with its place in the order of questions and doubts.
    private final Map<CallId, Long> doubtful = new ConcurrentHashMap<>();

    /// The order of questions and doubts: an answer is about the moment at which it was asked for.
    private final AtomicLong order = new AtomicLong();

    private volatile Optional<String> trouble = Optional.empty();

    /// @param clock the show's own
    public Operator(Telephony telephony, RunningShow show, InstantSource clock) {
        this.telephony = telephony;
        this.show = show;
        this.clock = clock;
    }

    /// What the network last refused, in a sentence.
    public Optional<String> trouble() {
        return trouble;
    }

    /// What became of a question for a caller.
    sealed interface Fetched {
        /// The leg is on its way.
        record Agreed() implements Fetched {}

        /// It was no use.
        record Refused() implements Fetched {}

        /// The network has not looked at the question.
        ///
        /// @param pause how long it wants to be left alone
        record Busy(Duration pause) implements Fetched {}
    }

    /// Asks for a caller. The leg, if it comes, does the rest; if it cannot come, a take of theirs
    /// has failed.
    Fetched fetch(CallId call) {
        try {
            telephony.connect(call);
            trouble = Optional.empty();
            return new Fetched.Agreed();
        } catch (TelephonyException failed) {
            refused(failed);
            return failed.pause()
                    .<Fetched>map(Fetched.Busy::new)
                    .orElseGet(() -> inVain(call, String.valueOf(failed.getMessage())));
        }
    }

    private Fetched inVain(CallId call, String why) {
        failFetch(call, why);
        askAfter(call);
        return new Fetched.Refused();
    }

    /// They cannot be brought: their take has failed, if it waits for that.
    ///
    /// @return false if it does not
    boolean failFetch(CallId call, String why) {
        return show.ask(new CallCommand.FailFetch(call, why)) instanceof Decision.Accepted;
    }

    /// A caller whose hang-up nobody reported would stand in the queue for ever.
    private void askAfter(CallId call) {
        try {
            if (telephony.hasEnded(call)) {
                show.ask(new CallCommand.CallerGone(call));
            }
        } catch (TelephonyException unreachable) {
            LOG.log(Level.DEBUG, "whether a caller has gone is not known", unreachable);
        }
    }

    public void hangUp(CallId call) {
        try {
            telephony.hangUp(call);
            trouble = Optional.empty();
        } catch (TelephonyException failed) {
            refused(failed);
        }
    }

    /// Whether the network knows a call that has been reported to us. One that it does not know is
    /// none of the show's.
    ///
    /// @return true if the network cannot be asked; then it is asked again before a take
    public boolean vouchesFor(CallId call) {
        if (telephony.isOff()) {
            return true;
        }
        long asked = order.incrementAndGet();
        try {
            boolean alive = telephony.isAlive(call);
            if (alive) {
                believe(call, asked);
            } else {
                doubt(call);
                LOG.log(Level.WARNING, "the telephone network does not know call {0}", call);
                show.ask(new CallCommand.CallerUnknown(call));
            }
            return alive;
        } catch (TelephonyException unreachable) {
            doubt(call);
            refused(unreachable);
            return true;
        }
    }

    private void doubt(CallId call) {
        if (doubtful.size() >= MOST_DOUBTFUL) {
            doubtful.keySet().retainAll(show.show().calls().live().keySet());
        }
        doubtful.put(call, order.incrementAndGet());
    }

    /// A doubt that came up while the network was asked stays: the answer may be from before it.
    private void believe(CallId call, long asked) {
        doubtful.computeIfPresent(call, (_, doubted) -> doubted > asked ? doubted : null);
    }

    /// Before a take: a caller about whom the network could not be asked when they rang, or whom it
    /// did not know, is asked about now. Everybody else has been vouched for, and nothing is waited
    /// for.
    public void makeSure(CallId call) {
        if (doubtful.containsKey(call)) {
            var _ = vouchesFor(call);
        }
    }

    /// Takes whoever is next, who may be somebody else once the network has answered, and again
    /// until the show has decided: nobody is taken who was not asked about.
    ///
    /// @param take takes somebody, unless somebody else has become the next: then it is empty
    /// @return how that went; empty if nobody is next
    public <O> Optional<O> takeNext(
            Supplier<Optional<CallId>> next, Function<CallId, Optional<O>> take) {
        Optional<O> outcome = Optional.empty();
        for (var now = next.get(); outcome.isEmpty() && now.isPresent(); now = next.get()) {
            makeSure(now.orElseThrow());
            outcome = take.apply(now.orElseThrow());
        }
        return outcome;
    }

    /// Asks the network who is on the line: who has hung up while nobody listened, whom does it
    /// hold for us, and who is there that the show does not want any more?
    ///
    /// Whoever has a path to us and is not in the network's list may be a stranger on the path of a
    /// caller who has hung up, or the list may be old: the network is asked about them alone.
    ///
    /// A telephone that is switched off knows no call, so none of them has ended.
    ///
    /// @param by how those have ended who are not there
    /// @return whether the network could be asked
    boolean look(EndedBy by) {
        if (telephony.isOff()) {
            return true;
        }
        try {
            Instant asked = clock.instant();
            List<Telephony.Waiting> waiting = telephony.waiting();
            List<CallId> heard = heard();
            Set<CallId> alive = telephony.liveCalls();
            show.ask(new ShowCommand.Reconcile(asked, alive, by));
            heard.stream()
                    .filter(call -> !alive.contains(call))
                    .limit(MOST_IN_A_LOOK)
                    .forEach(this::doubt);
            for (Telephony.Waiting caller : waiting) {
                found(caller);
            }
            trouble = Optional.empty();
            askAboutTheDoubtful();
            return true;
        } catch (TelephonyException unreachable) {
            refused(unreachable);
            return false;
        }
    }

    /// Real callers with a path to us.
    private List<CallId> heard() {
        return show.show().calls().real().filter(call -> call.marks().leg()).map(Call::id).toList();
    }

    /// The network answers again. A path that is open is no proof that a call is genuine, so nobody
    /// else would find out.
    private void askAboutTheDoubtful() {
        Set<CallId> live = show.show().calls().live().keySet();
        for (CallId call : doubtful.keySet()) {
            if (live.contains(call)) {
                var _ = vouchesFor(call);
            }
        }
    }

    private void found(Telephony.Waiting caller) {
        CallId call = caller.call();
        boolean known = show.show().call(call).isPresent();
        CallerNumber number = known ? CallerNumber.WITHHELD : telephony.number(call);
        Duration waited = Duration.between(caller.since(), clock.instant());
        Decision decision =
                show.ask(new CallCommand.Wait(call, number, atLeast(Duration.ZERO, waited)));
        if (decision instanceof Decision.Refused(var reason) && UNWANTED.contains(reason)) {
            hangUp(call);
        }
    }

    /// The network's clock may be ahead of ours.
    private static Duration atLeast(Duration least, Duration time) {
        return time.compareTo(least) < 0 ? least : time;
    }

    private void refused(TelephonyException failed) {
        Optional<String> sentence = Optional.ofNullable(failed.getMessage());
        if (!sentence.equals(trouble)) {
            LOG.log(Level.WARNING, "the telephone network: {0}", failed.getMessage());
        }
        trouble = sentence;
    }
}
