package io.partyline.show;

import java.time.Duration;
import java.util.Optional;

/// What can be asked of, or reported about, one call. Reports may come twice, late or out of order.
public sealed interface CallCommand extends Command {
    /// The carrier announces a call.
    record Ring(CallId call, CallerNumber number) implements CallCommand {}

    /// The caller is known from earlier shows.
    record Recognise(CallId call, Acquaintance who) implements CallCommand {}

    /// The carrier holds the caller in its own queue.
    ///
    /// @param waited how long it says they have waited there
    record Wait(CallId call, CallerNumber number, Duration waited) implements CallCommand {}

    /// The audio path to the caller is open.
    record OpenLeg(CallId call) implements CallCommand {}

    /// The audio path to the caller broke.
    record LoseLeg(CallId call) implements CallCommand {}

    /// The caller has gone.
    record CallerGone(CallId call) implements CallCommand {}

    /// The carrier does not know the call that was reported to us. If it is there after all, it is
    /// found again.
    record CallerUnknown(CallId call) implements CallCommand {}

    /// Put this waiting caller on the air.
    record Take(CallId call) implements CallCommand {}

    /// Put the caller on the air whose turn it is: the chosen one, else the one who has waited
    /// longest.
    ///
    /// @param replacing whether the callers who are on the air go on hold first; locked ones stay
    /// @param expected who that must be, for those who have looked; refused if somebody else has
    ///   become the next meanwhile
    record TakeNext(boolean replacing, Optional<CallId> expected) implements CallCommand {
        /// Takes whoever is next beside whoever is on the air.
        public TakeNext() {
            this(false);
        }

        /// Takes whoever is next.
        public TakeNext(boolean replacing) {
            this(replacing, Optional.empty());
        }
    }

    /// The caller is in the program: a fact of the mix.
    ///
    /// @param atSample where in the show they can first be heard, in samples at 48 kHz from show
    ///   zero
    record Air(CallId call, long atSample) implements CallCommand {}

    /// The take came to nothing.
    record FailTake(CallId call, String why) implements CallCommand {}

    /// The network could not bring the caller to us: a take that waits for their leg came to
    /// nothing. One whose leg is there is none of that answer's business; it was about an earlier
    /// moment.
    record FailFetch(CallId call, String why) implements CallCommand {}

    /// Bring an AI caller on.
    record Bring(Caller.Ai caller) implements CallCommand {}

    /// Put a caller who is on the air back into the queue.
    record Hold(CallId call) implements CallCommand {}

    record SetMute(CallId call, boolean muted) implements CallCommand {}

    /// Raise or lower a caller's voice by hand, for everybody who hears it.
    ///
    /// @param db from -18 to 18
    record SetTrim(CallId call, double db) implements CallCommand {
        public SetTrim {
            if (!Chain.inReach(db)) {
                throw new IllegalArgumentException(
                        "a voice is raised by -18 to 18 dB, not by " + db);
            }
        }
    }

    /// Switch links of a caller's chain on or off.
    record SetLinks(CallId call, Links.Choice links) implements CallCommand {}

    /// What a caller hears comes back by their own microphone, or no longer.
    record ReportSpeaker(CallId call, boolean on) implements CallCommand {}

    /// Protect a caller who is on the air from everything but an unlock and [HangUp], or no longer.
    record SetLock(CallId call, boolean locked) implements CallCommand {}

    /// Choose this waiting caller to be taken next, or no longer.
    record ChooseNext(CallId call, boolean chosen, Seat by) implements CallCommand {
        /// The host's choice.
        public ChooseNext(CallId call, boolean chosen) {
            this(call, chosen, Seat.HOST);
        }
    }

    /// Write onto a caller's card, over what a screener has understood.
    ///
    /// @param seen what stood there when the writer began, as far as they say; if something else
    ///   has been written meanwhile, the card stays as it is
    record WriteCard(CallId call, Card.Written written, Card.Written seen, Seat by)
            implements CallCommand {
        /// The host writes over whatever is there.
        public WriteCard(CallId call, Card.Written written) {
            this(call, written, Card.Written.NOTHING, Seat.HOST);
        }
    }

    /// Have a waiting caller asked who they are and what they want to say, for the first time or
    /// again.
    record Screen(CallId call) implements CallCommand {}

    /// What a screener has understood so far.
    record FileCard(CallId call, Card.Told told) implements CallCommand {}

    /// The screener has left the caller.
    record EndScreening(CallId call, Card.Screening how) implements CallCommand {
        public EndScreening {
            if (how == Card.Screening.NONE || how == Card.Screening.ASKING) {
                throw new IllegalArgumentException("this is no end of a screening: " + how);
            }
        }
    }

    record SetTalkback(CallId call, boolean on) implements CallCommand {}

    /// Let the producer talk with this waiting caller, alone.
    record BeginProducerTalk(CallId call) implements CallCommand {}

    /// The producer talks with this caller no more.
    record EndProducerTalk(CallId call, ProducerTalkEnd why) implements CallCommand {}

    /// Ask an AI caller to finish.
    record WrapUp(CallId call) implements CallCommand {}

    /// End a call that is not on the air; can be undone for a moment.
    record Drop(CallId call) implements CallCommand {}

    /// Take a real caller off the air at once and end the call a moment later; until then it can be
    /// undone.
    record LetGo(CallId call) implements CallCommand {}

    /// Undo a drop, or bring somebody who was let go back to the air.
    record Undo(CallId call) implements CallCommand {}

    /// End a call, wherever it stands, locked or not.
    record HangUp(CallId call) implements CallCommand {}

    /// End the only real call that is on the air.
    record HangUpReal() implements CallCommand {}

    /// End the only AI call.
    record HangUpAi() implements CallCommand {}

    /// End the call and turn the number away from now on.
    record Ban(CallId call) implements CallCommand {}

    /// The stem of an ended call is closed.
    record CloseStem(CallId call) implements CallCommand {}

    /// The summary of an ended call is there.
    record FileSummary(CallId call, Summary summary) implements CallCommand {}
}
