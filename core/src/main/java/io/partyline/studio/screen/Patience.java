package io.partyline.studio.screen;

import java.time.Duration;

/// How long a screening may take.
///
/// @param whole all of it, from the first word of the screener
/// @param answer how long an answer is waited for
/// @param more how long after an answer the caller may still go on
/// @param thought how long a model may think about the answers
record Patience(Duration whole, Duration answer, Duration more, Duration thought) {
    /// What people have on the telephone: 40 s for all of it.
    static final Patience ORDINARY =
            new Patience(
                    Duration.ofSeconds(40),
                    Duration.ofSeconds(6),
                    Duration.ofMillis(1_200),
                    Duration.ofMillis(2_500));
}
