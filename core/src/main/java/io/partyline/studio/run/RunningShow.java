package io.partyline.studio.run;

import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Show;

/// The show that is running, for whoever asks it something and waits for the answer.
public interface RunningShow {
    Show show();

    /// Asks the show, and waits for the answer.
    Decision ask(Command command);
}
