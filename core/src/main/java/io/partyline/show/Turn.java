package io.partyline.show;

import java.time.Instant;

/// One reply by an AI caller.
///
/// @param call    who speaks
/// @param why     what gave them the floor
/// @param since   when the turn was asked for
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
        QUESTION
    }

    Turn stop() {
        return new Turn(id, call, why, since, true);
    }
}
