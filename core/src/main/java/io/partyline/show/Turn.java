package io.partyline.show;

import java.time.Instant;

/// One reply by an AI caller.
///
/// @param call who speaks
/// @param why what gave them the floor
/// @param since when the turn began; when it was asked for, as long as it waits for the floor
/// @param stopped whether it was asked to stop
public record Turn(TurnId id, CallId call, Why why, Instant since, boolean stopped) {
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
        SILENCE
    }

    /// The turn has the floor: what it may last counts from here.
    Turn begin(Instant at) {
        return new Turn(id, call, why, at, stopped);
    }

    Turn stop() {
        return new Turn(id, call, why, since, true);
    }
}
