package io.partyline.http;

import io.partyline.show.Acquaintance;
import io.partyline.show.Call;
import io.partyline.show.EarlierCall;
import java.time.Instant;
import java.util.Optional;

/// What is remembered of a caller from earlier shows, as the dashboard reads it.
///
/// @param calls how many of their calls were on the air
/// @param topic of the last of them
/// @param mention whether they have agreed that their earlier calls are spoken of
record Returning(
        String name,
        int calls,
        Optional<Instant> lastCallAt,
        Optional<String> topic,
        Optional<String> summary,
        boolean mention) {
    /// Empty for somebody who is not known.
    static Optional<Returning> of(Call call) {
        return call.known().map(Returning::of);
    }

    private static Returning of(Acquaintance who) {
        return new Returning(
                who.name(),
                who.calls(),
                who.lastCall().map(EarlierCall::at),
                who.lastCall().map(EarlierCall::topic),
                who.lastCall().map(EarlierCall::summary),
                who.mention());
    }
}
