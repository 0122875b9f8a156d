package io.partyline.studio.screen;

import java.time.Duration;

/// How long a screening may take.
///
/// @param whole all of it, from the first word of the screener; in the network's queue, how long
///   after the first question another one may be asked
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

    /// Of what people have on the telephone, the network takes some to come and go.
    static final Patience IN_THE_QUEUE =
            new Patience(
                    Duration.ofSeconds(60), ORDINARY.answer(), ORDINARY.more(), ORDINARY.thought());
}
