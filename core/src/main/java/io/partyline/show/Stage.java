package io.partyline.show;

import java.time.Instant;

/// Where a call stands. Each stage holds what only makes sense in it.
public sealed interface Stage {
    /// When the call came into this stage.
    Instant since();

    /// The carrier has announced the call; the caller is being greeted.
    record Ringing(Instant since) implements Stage {}

    /// The caller waits.
    ///
    /// @param since when the wait began; kept when a take fails or a connection comes back
    record Held(Instant since) implements Stage {}

    /// The host has taken the call; it is on air as soon as the caller is heard in the program.
    ///
    /// @param heldSince the place in the queue that the caller gets back if the take fails
    record Taking(Channel channel, Instant since, Instant heldSince) implements Stage {}

    /// The caller is heard in the program.
    record OnAir(Channel channel, Instant since, boolean muted, boolean locked) implements Stage {}

    /// The connection broke while the caller was heard; the channel is kept for a grace period.
    record Reconnecting(Channel channel, Instant since) implements Stage {}

    /// The host has dropped the call; it can be undone for a few seconds.
    ///
    /// @param heldSince the place in the queue that an undo gives back
    record Leaving(Instant since, Instant heldSince) implements Stage {}
}
