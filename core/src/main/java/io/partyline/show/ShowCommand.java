package io.partyline.show;

import io.partyline.spend.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What can be asked of the show as a whole.
public sealed interface ShowCommand extends Command {
    /// Begin a show.
    ///
    /// @param banned fingerprints of numbers to turn away
    record OpenShow(ShowId show, ShowRules rules, Set<String> banned, boolean linesOpen)
            implements ShowCommand {}

    /// Go on with a show that was running when the program stopped.
    record ResumeShow() implements ShowCommand {}

    /// End every call properly, then the show.
    record CloseShow() implements ShowCommand {}

    /// Open or close the lines to new calls.
    record SetLines(boolean open) implements ShowCommand {}

    /// Turn a number away from now on, or no longer.
    record SetBan(String fingerprint, boolean banned) implements ShowCommand {
        public SetBan {
            Texts.requireWords(fingerprint, "a fingerprint");
        }
    }

    /// Pause the recording, or begin it again.
    record SetRecording(boolean on) implements ShowCommand {}

    /// Mark this moment, to find it again.
    ///
    /// @param note what it is about; may be blank
    record MarkMoment(String note) implements ShowCommand {
        public MarkMoment {
            if (note.length() > Mark.LONGEST) {
                throw new IllegalArgumentException(
                        "a note of a mark has at most %d characters".formatted(Mark.LONGEST));
            }
        }
    }

    /// Write a note to whoever sits at the other seat. Nobody else is told.
    record WriteNote(String text, Seat by) implements ShowCommand {
        public WriteNote {
            Texts.requireWords(text, "a note");
            if (text.length() > Note.LONGEST) {
                throw new IllegalArgumentException(
                        "a note has at most %d characters".formatted(Note.LONGEST));
            }
        }
    }

    /// The host has read every note.
    record PutNotesAway() implements ShowCommand {}

    /// The recorder has given up.
    record ReportRecordingStopped(String why) implements ShowCommand {}

    /// The newest part of the program was taken back.
    ///
    /// @param from the first sample that is out, at 48 kHz from show zero; what lies before the
    ///   show is no part of it
    /// @param to the sample behind the last
    /// @param unheard how many of these samples no listener has heard
    record ReportDump(long from, long to, long unheard, boolean panic) implements ShowCommand {}

    /// This much was spent on models and voices since the last time.
    record ReportSpending(List<Spending.Row> rows) implements ShowCommand {
        public ReportSpending {
            rows = List.copyOf(rows);
        }
    }

    /// The program was so loud up to now.
    record ReportLoudness(HowLoud loudness) implements ShowCommand {}

    /// See to everything whose time has come.
    record PassTime() implements ShowCommand {}

    /// The program has stood still, and runs again.
    ///
    /// @param away how long it stood
    record WakeUp(Duration away) implements ShowCommand {}

    /// What the carrier answered when asked which calls are alive: those of ours without a leg are
    /// found, or have ended while nobody was listening.
    ///
    /// @param asked when the question was asked; it says nothing of calls that came later
    /// @param by how a call has ended that is not among them
    record Reconcile(Instant asked, Set<CallId> alive, EndedBy by) implements ShowCommand {
        public Reconcile {
            alive = Set.copyOf(alive);
        }
    }
}
