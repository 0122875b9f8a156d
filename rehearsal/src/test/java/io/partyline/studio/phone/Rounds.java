package io.partyline.studio.phone;

import java.time.Duration;

/// Lets a simulation turn what the thread `way-back` does, round by round.
public final class Rounds {
    private Rounds() {}

    /// Does one round.
    ///
    /// @return how long there is nothing to do
    public static Duration round(WayBack wayBack) {
        return wayBack.round();
    }
}
