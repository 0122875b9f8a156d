package io.partyline.rehearsal;

import io.partyline.port.Switchboard;
import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A telephone network that is worked by hand: nobody calls until somebody dials, and nothing
/// happens to a call by itself.
///
/// Strict: it brings nobody to a leg who does not wait, and a call cannot do what it could not do
/// in life. No threads: what is to come of a question has come, the show's part included, by the
/// time it is answered. Safe for use by many threads at once.
public final class HandTelephony implements Telephony {
    /// How the network is doing.
    public enum Condition {
        /// It does what it is asked. A leg comes before the answer.
        FINE,
        /// It agrees to bring a caller, whose leg comes when [HandCall#legOpens] says so, or never.
        SLOW,
        /// It says what it knows, and does nothing.
        BUSY,
        /// It has no time to look at what it is asked to do, and says when to ask again: at once.
        OVERRUN,
        /// It cannot be reached; of what it has to tell, only that legs break is noticed.
        CUT_OFF
    }

    private final InstantSource clock;
    private final Map<CallId, HandCall> calls = new ConcurrentHashMap<>();
    private volatile Condition condition = Condition.FINE;
    private volatile Optional<Switchboard> listener = Optional.empty();

    /// A network in which nobody has dialled yet, with the time of day.
    public HandTelephony() {
        this(InstantSource.system());
    }

    /// A network in which nobody has dialled yet.
    ///
    /// @param clock by which it notes when somebody comes into its queue
    public HandTelephony(InstantSource clock) {
        this.clock = clock;
    }

    /// Connects the show that rings from now on, in place of an earlier one.
    public void reportTo(Switchboard show) {
        listener = Optional.of(show);
    }

    /// From now on the network is doing like this.
    public void becomes(Condition now) {
        condition = now;
    }

    /// Somebody dials our number. It rings at the show, which lets them in, or the call is over.
    ///
    /// @throws IllegalStateException if there is such a call already, or no show that can be
    ///   reached
    public HandCall dial(CallId id, CallerNumber number) {
        Switchboard show = show();
        var call = new HandCall(this, id, number);
        if (calls.putIfAbsent(id, call) != null) {
            throw new IllegalStateException("%s has been dialled before".formatted(id));
        }
        call.ringsAt(show);
        return call;
    }

    @Override
    public void connect(CallId call) {
        requireReachable();
        requireIdle();
        find(call).orElseThrow(HandCall::notOnTheLine).isSentFor();
        if (condition != Condition.SLOW) {
            find(call).ifPresent(HandCall::legOpens);
        }
    }

    @Override
    public void hangUp(CallId call) {
        requireReachable();
        requireIdle();
        find(call).ifPresent(HandCall::hangsUp);
    }

    @Override
    public Set<CallId> liveCalls() {
        requireReachable();
        return calls.values().stream()
                .filter(call -> !call.over())
                .map(HandCall::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Waiting> waiting() {
        requireReachable();
        return calls.values().stream()
                .flatMap(call ->
                        call.waitingSince().map(since -> new Waiting(call.id(), since)).stream())
                .sorted(Comparator.comparing(Waiting::since))
                .toList();
    }

    @Override
    public CallerNumber number(CallId call) {
        requireReachable();
        return find(call).map(HandCall::number).orElse(CallerNumber.WITHHELD);
    }

    @Override
    public boolean hasEnded(CallId call) {
        requireReachable();
        return find(call).filter(HandCall::over).isPresent();
    }

    Instant now() {
        return clock.instant();
    }

    /// The show, if it can be reached.
    Switchboard show() {
        return listener.filter(_ -> condition != Condition.CUT_OFF)
                .orElseThrow(() -> new IllegalStateException("no show can be reached"));
    }

    /// News that is lost if the network is cut off.
    void tell(Consumer<Switchboard> news) {
        listener.filter(_ -> condition != Condition.CUT_OFF).ifPresent(news);
    }

    private Optional<HandCall> find(CallId call) {
        return Optional.ofNullable(calls.get(call));
    }

    private void requireReachable() {
        if (condition == Condition.CUT_OFF) {
            throw new TelephonyException("The telephone network cannot be reached.");
        }
    }

    private void requireIdle() {
        if (condition == Condition.BUSY) {
            throw new TelephonyException("The telephone network is too busy: try again later.");
        }
        if (condition == Condition.OVERRUN) {
            throw new TelephonyException(
                    "The telephone network has too much to do: try again in a moment.",
                    Duration.ZERO,
                    new IllegalStateException("too many questions"));
        }
    }
}
