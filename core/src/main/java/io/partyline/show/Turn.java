package io.partyline.show;

import java.time.Instant;
import java.util.Optional;

/// One reply by an AI caller.
///
/// @param call who speaks
/// @param why what gave them the floor
/// @param since when the turn began; when it was asked for, as long as it waits for the floor
/// @param stopped whether it was asked to stop
/// @param prompted what it follows; empty in a journal of the time before this was written down
public record Turn(
        TurnId id,
        CallId call,
        Why why,
        Instant since,
        boolean stopped,
        Optional<Prompted> prompted) {
    /// What made somebody speak, and when, in samples at 48 kHz from show zero. A click has all
    /// three at once.
    ///
    /// @param spokenUntil where the words that it answers ended
    /// @param heard where these words were known
    /// @param decided where the turn was given
    public record Prompted(long spokenUntil, long heard, long decided) {
        static Prompted at(long sample) {
            return new Prompted(sample, sample, sample);
        }
    }

    /// What gave an AI caller the floor.
    public enum Why {
        /// They have just come on the air and say hello.
        HELLO,
        /// The host said something to them.
        HOST_SPOKE,
        /// The host let them respond.
        HOST_ASKED,
        /// Somebody on the air spoke to them by name.
        ADDRESSED,
        /// Somebody asked the panel a question.
        QUESTION,
        /// Nobody spoke for a while, after something that is near to their own story.
        SILENCE,
        /// They had something to say, and a model held that they should.
        WANTED
    }

    /// The turn has the floor: what it may last counts from here.
    Turn begin(Instant at) {
        return new Turn(id, call, why, at, stopped, prompted);
    }

    Turn stop() {
        return new Turn(id, call, why, since, true, prompted);
    }
}
