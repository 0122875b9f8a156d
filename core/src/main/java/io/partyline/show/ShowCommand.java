package io.partyline.show;

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

    /// The recorder has given up.
    record ReportRecordingStopped(String why) implements ShowCommand {}

    /// See to everything whose time has come.
    record PassTime() implements ShowCommand {}

    /// What the carrier answered when asked which calls are alive; the others have ended while
    /// nobody was listening.
    record Reconcile(Set<CallId> alive) implements ShowCommand {
        public Reconcile {
            alive = Set.copyOf(alive);
        }
    }
}
