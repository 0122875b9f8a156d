package io.partyline.show;

import java.time.Duration;
import java.time.Instant;

/// A raised hand: an AI caller has something to say, and says what about.
///
/// @param gist in six words or so
/// @param advised whether a model holds that they should say it, and not only their own story
/// @param since when it went up
public record Hand(String gist, boolean advised, Instant since) {
    /// How long what they would say still fits the talk.
    private static final Duration FRESH = Duration.ofSeconds(30);

    boolean fresh(Instant now) {
        return now.isBefore(since.plus(FRESH));
    }
}
