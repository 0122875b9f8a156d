package io.partyline.show;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What can be said, and who may speak.
public sealed interface FloorCommand extends Command {
    /// The host says this to the AI callers, who answer.
    ///
    /// @param atSample the show position, in samples at 48 kHz from show zero
    record HostSays(String text, long atSample) implements FloorCommand {}

    /// Somebody on the air was heard to say this.
    ///
    /// @param show in which they said it: text comes late, and may find another show
    /// @param call who spoke; the host if empty
    /// @param atSample where it began, in samples at 48 kHz from show zero
    /// @param toSample where it ended
    /// @param spokenAt the wall time at which it began
    /// @param around what the studio knows of the moment at which the words are known
    record Hear(
            ShowId show,
            Optional<CallId> call,
            String text,
            long atSample,
            long toSample,
            Instant spokenAt,
            Surroundings around)
            implements FloorCommand {
        /// The same, while nobody speaks.
        public Hear(
                ShowId show,
                Optional<CallId> call,
                String text,
                long atSample,
                long toSample,
                Instant spokenAt) {
            this(show, call, text, atSample, toSample, spokenAt, Surroundings.QUIET);
        }
    }

    /// Somebody on the air speaks while an AI caller does, and goes on.
    ///
    /// @param by who speaks; the host if empty
    record Interrupt(Optional<CallId> by) implements FloorCommand {}

    /// Give an AI caller the floor.
    ///
    /// @param call whom the host means; the one who was silent longest if empty
    record LetRespond(Optional<CallId> call) implements FloorCommand {}

    /// Nobody has spoken for a while.
    ///
    /// @param near the AI caller whose own story is near to what was said last, if any
    record FillSilence(Optional<CallId> near, Surroundings around) implements FloorCommand {}

    /// Whether an AI caller should speak whom the rules have not decided about.
    ///
    /// @param utterance the number of the event that brought the words
    record Advise(CallId call, long utterance, Advice advice, Surroundings around)
            implements FloorCommand {}

    /// Give the floor to an AI caller who has their hand up.
    record AcceptHand(CallId call) implements FloorCommand {}

    /// Slip an AI caller a note that nobody else gets to know.
    record GiveCue(CallId call, String text) implements FloorCommand {
        public GiveCue {
            if (text.length() > Cue.LONGEST) {
                throw new IllegalArgumentException(
                        "a note has %d characters at most".formatted(Cue.LONGEST));
            }
        }
    }

    /// How readily AI callers are to speak unasked.
    record SetEagerness(Eagerness eagerness) implements FloorCommand {}

    /// Stop AI speech at once.
    ///
    /// @param call whom the host means; everybody if empty
    record StopAi(Optional<CallId> call) implements FloorCommand {}

    /// The words of this turn are known.
    record WriteReply(TurnId turn, String text) implements FloorCommand {}

    /// This much of the turn was heard on the air.
    record Speak(TurnId turn, String text, long atSample, Instant spokenAt)
            implements FloorCommand {}

    /// The first sound of the turn is on its way into the mix.
    record TimeTurn(TurnId turn, TurnTimes times) implements FloorCommand {}

    /// The turn is over.
    ///
    /// @param problem a sentence for the host if it failed, else empty
    record EndTurn(TurnId turn, TurnOutcome outcome, String problem) implements FloorCommand {}

    record SetAiMode(AiMode mode) implements FloorCommand {}

    record MuteAi(boolean muted) implements FloorCommand {}

    /// A model has read the mood of the host.
    ///
    /// @param upTo the number of the last event that it was shown
    record RefineMood(List<Mood> moods, long upTo) implements FloorCommand {
        public RefineMood {
            moods = List.copyOf(moods);
        }
    }

    /// The host says in which mood they are; empty leaves it to the rules again.
    record ChooseMood(Optional<Mood> mood) implements FloorCommand {}
}
