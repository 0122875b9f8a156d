package io.partyline.port;

import io.partyline.show.CallId;
import java.util.Set;

/// The telephone network, as far as the show cares: it can bring a waiting call to us, and end one.
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

    /// Asks the network to connect a call that waits in its own queue to a leg. Returns once the
    /// network has agreed; the leg arrives later at [Switchboard#connect], or never.
    ///
    /// @throws TelephonyException if the network cannot be reached or will not do it; the caller is
    ///   then where they were
    void connect(CallId call);

    /// Ends the call. Hanging up one that has already gone is not an error.
    ///
    /// @throws TelephonyException if the network cannot be reached or will not do it
    void hangUp(CallId call);

    /// The calls to our number that are alive at this moment.
    ///
    /// @throws TelephonyException if the network cannot be reached
    Set<CallId> liveCalls();

    /// Whether this call is over, as the network sees it. No if it does not know the call.
    ///
    /// @throws TelephonyException if the network cannot be reached
    boolean hasEnded(CallId call);

    /// The telephone is switched off: there are no calls.
    static Telephony off() {
        return new TelephonyOff();
    }
}
