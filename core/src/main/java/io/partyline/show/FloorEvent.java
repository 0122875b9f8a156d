package io.partyline.show;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is said, and who has the right to speak.
public sealed interface FloorEvent extends Event {
    /// Somebody said something that was heard.
    ///
    /// @param atSample where it began, in samples at 48 kHz from show zero
    /// @param spokenAt the wall time at which it began; earlier than `at`
    record UtteranceSpoken(
            Speaker speaker, String text, long atSample, Instant spokenAt, Instant at)
            implements FloorEvent {}

    /// An AI caller waits for the floor until the turn before has ended.
    record TurnQueued(Turn turn, Instant at) implements FloorEvent {}

    /// An AI caller has the floor.
    record TurnGranted(Turn turn, Instant at) implements FloorEvent {}

    /// The words of a turn are known, though not all of them are heard yet.
    record ReplyWritten(TurnId turn, String text, Instant at) implements FloorEvent {}

    /// The AI caller is to stop at once.
    record TurnStopped(TurnId turn, Instant at) implements FloorEvent {}

    /// A person speaks, and the AI caller yields to them at once.
    record TurnInterrupted(TurnId turn, Speaker by, Instant at) implements FloorEvent {}

    /// How long it took until the AI caller was heard.
    record TurnTimed(TurnId turn, TurnTimes times, Instant at) implements FloorEvent {}

    /// The floor is free again.
    ///
    /// @param problem a sentence for the host if the turn failed, else empty
    record TurnEnded(TurnId turn, TurnOutcome outcome, String problem, Instant at)
            implements FloorEvent {}

    /// Whether an AI caller speaks unasked after something that was said, and why; told once for
    /// each of them and for each utterance.
    ///
    /// @param meant whether they were spoken to
    /// @param hand what they would like to say, while they do not
    /// @param utterance the number of the event that brought the words
    record JumpInWeighed(
            CallId call,
            Weighed why,
            boolean meant,
            Optional<Hand> hand,
            long utterance,
            Instant at)
            implements FloorEvent {}

    /// The host slipped an AI caller a note. It is private: no one but they and the host know it.
    record CueGiven(CallId call, String text, Instant at) implements FloorEvent {}

    record EagernessSet(Eagerness eagerness, Instant at) implements FloorEvent {}

    /// The host is in another mood, or has said in which, or leaves it to the rules again.
    ///
    /// @param moods the strongest first, two at most; empty if nothing stands out
    /// @param by whose word it is
    record HostMoodSet(List<Mood> moods, HostMood.By by, Instant at) implements FloorEvent {
        public HostMoodSet {
            moods = List.copyOf(moods);
        }
    }

    record AiModeSet(AiMode mode, Instant at) implements FloorEvent {}

    /// The host's override: while muted, no AI caller speaks by itself.
    record AiMuteSet(boolean muted, Instant at) implements FloorEvent {}
}
