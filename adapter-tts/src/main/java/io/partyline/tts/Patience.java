package io.partyline.tts;

import java.time.Duration;

/// How long a voice may be waited for.
///
/// @param first until the first sound, counted from the question
/// @param idle until the next piece of sound
/// @param whole all the waiting for one text together, so that one that trickles ends as well
public record Patience(Duration first, Duration idle, Duration whole) {
    /// Over the network: later than this, the next voice in line is faster.
    public static final Patience NETWORK =
            new Patience(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(30));

    /// On this computer: a program may have to read a model from the disk first.
    public static final Patience PROGRAM =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(60));

    static String words(Duration limit) {
        return limit.toMillis() < 1_000
                ? limit.toMillis() + " milliseconds"
                : "%d second%s".formatted(limit.toSeconds(), limit.toSeconds() == 1 ? "" : "s");
    }
}
