package io.partyline.port;

import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The telephone network, as far as the show cares: it can bring a call to us, end one, and say who
/// is on the line. It holds whoever has no audio path to us in a queue of its own, whether we are
/// there or not.
///
/// Everything else about a call happens in the mix. Holding, screening and taking to air change
/// what a caller hears, not what the network does.
///
/// All methods may block for as long as the network takes, at most a few seconds. Implementations
/// are safe for use by many threads at once.
public interface Telephony {
    /// Whether there is no telephone, by the host's choice; then no call is known.
    default boolean isOff() {
        return false;
    }

    /// Asks the network to connect a call to a leg, wherever it keeps the caller. Returns once the
    /// network has agreed; the leg arrives later at [Switchboard#connect], or never.
    ///
    /// @throws TelephonyException if the network cannot be reached or will not do it; the caller is
    ///   then where they were. If the network is only too busy, it says when to ask again
    void connect(CallId call);

    /// Ends the call. Hanging up one that has already gone is not an error.
    ///
    /// @throws TelephonyException if the network cannot be reached or will not do it
    void hangUp(CallId call);

    /// The calls to our number that are alive at this moment.
    ///
    /// @throws TelephonyException if the network cannot be reached
    Set<CallId> liveCalls();

    /// Everybody who waits in the network's own queue at this moment, in the order of that queue.
    ///
    /// @throws TelephonyException if the network cannot be reached
    List<Waiting> waiting();

    /// What may be known of a caller's number; withheld if the network does not know the call.
    ///
    /// @throws TelephonyException if the network cannot be reached
    CallerNumber number(CallId call);

    /// Whether this call is over, as the network sees it. No if it does not know the call.
    ///
    /// @throws TelephonyException if the network cannot be reached
    boolean hasEnded(CallId call);

    /// Whether this call is alive at this moment, as the network sees it; no if it does not know
    /// the call.
    ///
    /// @throws TelephonyException if the network cannot be reached
    default boolean isAlive(CallId call) {
        return liveCalls().contains(call);
    }

    /// Somebody in the network's own queue.
    ///
    /// @param since when they came into it, to the second
    record Waiting(CallId call, Instant since) {}

    /// The telephone is switched off: there are no calls.
    static Telephony off() {
        return new TelephonyOff();
    }
}
