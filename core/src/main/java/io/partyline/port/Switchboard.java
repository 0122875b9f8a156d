package io.partyline.port;

import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.util.Optional;

/// Where the telephone network reports to.
///
/// Reports may come twice, late and out of order; repeated news changes nothing. All methods return
/// within milliseconds and are safe for use by many threads at once.
public interface Switchboard {
    /// A call rings, or an old one asks what to do next.
    Admission ring(CallId call, CallerNumber number);

    /// The network holds this caller in its own queue, and asks whether that is still right. They
    /// stay there, with music, until the show asks for them or hangs up.
    ///
    /// @param waited how long they have been in that queue
    void waiting(CallId call, CallerNumber number, Duration waited);

    /// The caller has gone, whoever ended it. If they were on a leg, it is over from here on: it
    /// need not be reported lost, and nothing happens if it is.
    void gone(CallId call);

    /// The audio path for which the show has asked could not be opened.
    void notConnected(CallId call);

    /// The audio path to the caller is open. A newer path replaces an older one, which is told that
    /// it is over.
    ///
    /// @param handset the network's end of it, which is played to from here on
    /// @return the show's end of it; empty if the show knows of no such call
    Optional<CallLeg> connect(CallId call, Handset handset);

    /// What to do with a call that rings.
    enum Admission {
        /// Greet the caller, then let them wait.
        GREET,
        /// The show knows the caller: let them wait without another greeting.
        WELCOME_BACK,
        /// The lines are closed: say so kindly.
        CLOSED,
        /// Every line is in use.
        FULL,
        /// The number is not welcome.
        BANNED,
        /// The call is over: hang up.
        OVER
    }
}
