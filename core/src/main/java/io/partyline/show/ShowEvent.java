package io.partyline.show;

import io.partyline.spend.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// What happens to the show as a whole.
public sealed interface ShowEvent extends Event {
    /// A show began; everything before it belongs to another show.
    ///
    /// @param banned fingerprints of numbers that are turned away
    record ShowOpened(ShowId show, ShowRules rules, Set<String> banned, Instant at)
            implements ShowEvent {
        public ShowOpened {
            banned = Set.copyOf(banned);
        }
    }

    /// The program came back in mid-show. Every leg that was open is gone.
    record ShowResumed(Instant at) implements ShowEvent {}

    /// The program stood still, and nothing of what callers said or did in that time has reached
    /// the show: the computer slept, or the process was stopped.
    ///
    /// @param away how long
    record ShowStoodStill(Duration away, Instant at) implements ShowEvent {}

    /// The show ended; all its calls have ended before.
    record ShowClosed(Instant at) implements ShowEvent {}

    /// The lines were opened or closed to new calls.
    record LinesSet(boolean open, Instant at) implements ShowEvent {}

    /// A number is turned away from now on, or no longer.
    record BanSet(String fingerprint, boolean turnedAway, Instant at) implements ShowEvent {}

    /// The recorder gave up. The show goes on.
    ///
    /// @param why a sentence for the host
    record RecordingStopped(String why, Instant at) implements ShowEvent {}

    /// Some of the show was never written down, because the journal could not be written for too
    /// long. It stands in place of the events that are missing, in the journal alone.
    ///
    /// @param count how many these are; the next event has the number that it always had
    record EventsLost(long count, Instant at) implements ShowEvent {
        /// Something is missing, or there is nothing to tell.
        public EventsLost {
            if (count < 1) {
                throw new IllegalArgumentException("No event is lost.");
            }
        }
    }

    /// The host took the newest part of the program back. Listeners do not hear it as far as the
    /// delay held it, and what is published of the show leaves it out ([Cuts]); the stems keep it.
    ///
    /// @param from the first sample that is out, at 48 kHz from show zero
    /// @param to the sample behind the last
    /// @param unheard how many of these samples no listener has heard
    /// @param panic whether all that listeners had not heard was thrown away, and a jingle played
    record ProgramDumped(long from, long to, long unheard, boolean panic, Instant at)
            implements ShowEvent {}

    /// The host had the recording paused, or begun again.
    ///
    /// @param atSample where in the show
    record RecordingSet(boolean on, long atSample, Instant at) implements ShowEvent {}

    /// The host marked a moment, to find it again.
    ///
    /// @param note what it is about; may be blank
    /// @param atSample where in the show
    record MomentMarked(String note, long atSample, Instant at) implements ShowEvent {}

    /// Somebody wrote a note to the other seat. In no export, and never spoken.
    ///
    /// @param by who wrote it
    record NoteWritten(String text, Seat by, Instant at) implements ShowEvent {}

    /// The host has read every note so far.
    record NotesRead(Instant at) implements ShowEvent {}

    /// Models and voices were used since the last time; told every few seconds at most.
    ///
    /// @param provider who sends the bill
    /// @param amount how many of the unit
    /// @param nanodollars what that costs, in billionths of a dollar
    record Spent(String provider, Unit unit, long amount, long nanodollars, Instant at)
            implements ShowEvent {}

    /// How loud the program was; told when the show is about to be closed.
    record LoudnessMeasured(HowLoud loudness, Instant at) implements ShowEvent {}
}
