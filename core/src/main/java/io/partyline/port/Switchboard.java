package io.partyline.port;

import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.util.Optional;

/// Where the telephone network reports to.
///
/// Reports may come twice, late and out of order; repeated news changes nothing. All methods return
/// within milliseconds, but for [#isGenuine], and are safe for use by many threads at once.
public interface Switchboard {
    /// A call rings, or an old one asks what to do next.
    Admission ring(CallId call, CallerNumber number);

    /// Whether the network itself, when it is asked, knows a call that rings. A report can be an
    /// old one that somebody plays again, so nobody gets a way in before this. If it does not know
    /// the call, the show lets go of it.
    ///
    /// May block for as long as the network takes, at most some seconds. If it cannot be asked the
    /// call is taken for genuine, and it is asked once more before the call goes on the air.
    default boolean isGenuine(CallId call) {
        return true;
    }

    /// The network holds this caller in its own queue, and asks whether that is still right, and
    /// what they are to hear. They stay there until the show asks for them or hangs up, and it is
    /// asked again whenever what they hear is over.
    ///
    /// @param waited how long they have been in that queue
    Meanwhile waiting(CallId call, CallerNumber number, Duration waited);

    /// What a caller in the network's queue said when they were asked something, or that they said
    /// nothing. An answer that comes twice, or to a question that is not open any more, changes
    /// nothing.
    void answered(CallId call, Answer answer);

    /// The caller has gone, whoever ended it. If they were on a leg, it is over from here on: it
    /// need not be reported lost, and nothing happens if it is.
    void gone(CallId call);

    /// The network's answering machine has news of a caller who was to leave a message. What there
    /// is of it is asked for with [AnsweringMachine].
    default void messageLeft(CallId call) {}

    /// The audio path for which the show has asked could not be opened.
    void notConnected(CallId call);

    /// The audio path to the caller is open. A newer path replaces an older one, which is told that
    /// it is over.
    ///
    /// @param handset the network's end of it, which is played to from here on
    /// @return the show's end of it; empty if the show knows of no such call
    Optional<CallLeg> connect(CallId call, Handset handset);

    /// What a caller in the network's queue hears next.
    sealed interface Meanwhile {
        /// The show's hold music, a few seconds of it.
        record Music() implements Meanwhile {}

        /// Nothing for a second: the show thinks.
        record Moment() implements Meanwhile {}

        /// These words, then hold music.
        record Words(String text) implements Meanwhile {}

        /// These words; then it is listened to what the caller says, which goes to
        /// [Switchboard#answered].
        ///
        /// @param number of the question; no other question to this caller has it
        /// @param patience how long it is waited for them to begin
        record Question(long number, String text, Duration patience) implements Meanwhile {}
    }

    /// What a caller said when they were asked.
    ///
    /// @param question its number
    /// @param said their words, as the network recognised them; blank if they were silent
    /// @param confidence how sure the network is of them, 0 to 1; 1 if it does not say
    record Answer(long question, String said, double confidence) {}

    /// What to do with a call that rings.
    enum Admission {
        /// Greet the caller, then let them wait.
        GREET,
        /// The show knows the caller: let them wait without another greeting.
        WELCOME_BACK,
        /// The lines are closed: say so kindly.
        CLOSED,
        /// The lines are closed: say so, and let the caller leave a message with the network's
        /// answering machine.
        LEAVE_MESSAGE,
        /// Every line is in use.
        FULL,
        /// The number is not welcome.
        BANNED,
        /// The call is over: hang up.
        OVER
    }
}
