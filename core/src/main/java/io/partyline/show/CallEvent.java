package io.partyline.show;

import java.time.Instant;
import java.util.Optional;

/// What happens to one call.
public sealed interface CallEvent extends Event {
    CallId call();

    /// The carrier announced a call for the first time.
    record CallRang(CallId call, CallerNumber number, Instant at) implements CallEvent {}

    /// A call was not let in.
    record CallTurnedAway(CallId call, CallerNumber number, Reason reason, Instant at)
            implements CallEvent {}

    /// The carrier holds a caller of whom the show knew nothing, or no longer knew.
    ///
    /// @param heldSince when their wait began
    record CallFound(CallId call, CallerNumber number, Instant heldSince, Instant at)
            implements CallEvent {}

    /// The caller is known from earlier shows.
    record CallerRecognised(CallId call, Acquaintance who, Instant at) implements CallEvent {}

    /// The audio path to the caller is open.
    record LegOpened(CallId call, Instant at) implements CallEvent {}

    /// The audio path broke, though nobody hung up.
    ///
    /// @param atSample where in the show that was if they were on the air, in samples at 48 kHz
    ///   from show zero: their visit ends there; empty for everybody else, and in old journals
    record LegLost(CallId call, Optional<Long> atSample, Instant at) implements CallEvent {
        /// Of somebody who was not on the air.
        public LegLost(CallId call, Instant at) {
            this(call, Optional.empty(), at);
        }

        static LegLost of(Call call, long atSample, Instant at) {
            Optional<Long> there = call.onAir() ? Optional.of(atSample) : Optional.empty();
            return new LegLost(call.id(), there, at);
        }
    }

    /// The call waits.
    ///
    /// @param since when the wait began: the caller's place in the queue
    /// @param atSample where in the show somebody was put back who was on the air, in samples at 48
    ///   kHz from show zero: their visit ends there; empty for everybody else, and in old journals
    record CallHeld(CallId call, Instant since, Optional<Long> atSample, Instant at)
            implements CallEvent {
        /// Of somebody who was not on the air.
        public CallHeld(CallId call, Instant since, Instant at) {
            this(call, since, Optional.empty(), at);
        }
    }

    /// Somebody chose who is taken next; an empty choice takes it back.
    ///
    /// @param by who; empty in old journals
    record NextChosen(CallId call, boolean chosen, Optional<Seat> by, Instant at)
            implements CallEvent {
        /// By the host.
        public NextChosen(CallId call, boolean chosen, Instant at) {
            this(call, chosen, Optional.of(Seat.HOST), at);
        }
    }

    /// An AI caller was asked onto the show.
    ///
    /// @param basedOn the earlier call that they follow up
    record AiCallPlaced(CallId call, Caller.Ai caller, Optional<CallId> basedOn, Instant at)
            implements CallEvent {}

    /// The host took the call: the channel is theirs, and they are on their way into the program.
    record CallTaken(CallId call, Channel channel, Instant at) implements CallEvent {}

    /// The caller is in the program.
    ///
    /// @param atSample where in the show they can first be heard, in samples at 48 kHz from show
    ///   zero; empty in old journals
    record CallAired(CallId call, Optional<Long> atSample, Instant at) implements CallEvent {}

    /// The take came to nothing; the caller is back in their place.
    ///
    /// @param why a sentence for the host
    record TakeFailed(CallId call, String why, Instant at) implements CallEvent {}

    record MuteSet(CallId call, boolean muted, Instant at) implements CallEvent {}

    /// A hand has raised or lowered the voice.
    ///
    /// @param db from -18 to 18
    record TrimSet(CallId call, double db, Instant at) implements CallEvent {}

    /// Links of the caller's chain were switched; what is left out stayed as it was.
    record LinksSet(CallId call, Links.Choice links, Instant at) implements CallEvent {}

    /// The caller listens by a loudspeaker, which their microphone hears, or no longer does.
    record SpeakerNoticed(CallId call, boolean on, Instant at) implements CallEvent {}

    record LockSet(CallId call, boolean locked, Instant at) implements CallEvent {}

    /// Host or producer have written onto the caller's card.
    ///
    /// @param by who; empty in old journals
    record CardWritten(CallId call, Card.Written written, Optional<Seat> by, Instant at)
            implements CallEvent {
        /// By the host.
        public CardWritten(CallId call, Card.Written written, Instant at) {
            this(call, written, Optional.of(Seat.HOST), at);
        }
    }

    /// The screener is with a waiting caller.
    record ScreeningBegan(CallId call, Instant at) implements CallEvent {}

    /// The screener has understood something.
    record CallerScreened(CallId call, Card.Told told, Instant at) implements CallEvent {}

    /// The screener has left the caller, who waits in their place.
    record ScreeningEnded(CallId call, Card.Screening how, Instant at) implements CallEvent {}

    record TalkbackSet(CallId call, boolean on, Instant at) implements CallEvent {}

    /// The producer talks with this waiting caller, alone, from here on.
    record ProducerTalkBegan(CallId call, Instant at) implements CallEvent {}

    /// The producer talks with them no more.
    record ProducerTalkEnded(CallId call, ProducerTalkEnd why, Instant at) implements CallEvent {}

    /// The caller was asked to finish.
    record WrapUpAsked(CallId call, Instant at) implements CallEvent {}

    /// The host dropped a call that was not on the air; it ends unless that is undone.
    record CallDropped(CallId call, Instant at) implements CallEvent {}

    record DropUndone(CallId call, Instant at) implements CallEvent {}

    /// The caller's number will be turned away from now on.
    record CallerBanned(CallId call, String fingerprint, Instant at) implements CallEvent {}

    /// The call is over. Its channel, if it had one, is free once its stem is closed.
    ///
    /// @param atSample where in the show it ended, in samples at 48 kHz from show zero; empty in
    ///   old journals
    record CallEnded(CallId call, EndedBy by, Optional<Long> atSample, Instant at)
            implements CallEvent {}

    /// The stem of an ended call is closed, so its channel can be given away again.
    record ChannelFreed(CallId call, Channel channel, Instant at) implements CallEvent {}

    /// An ended call has its summary.
    record SummaryWritten(CallId call, Summary summary, Instant at) implements CallEvent {}
}
