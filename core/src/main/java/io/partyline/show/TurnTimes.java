package io.partyline.show;

import java.time.Duration;

/// How one turn of an AI caller came about: where each step was reached, in samples at 48 kHz from
/// show zero, none before the one before it.
///
/// @param spokenUntil where the words that it answers ended
/// @param heard where these words were known
/// @param decided where the turn was given
/// @param firstToken where the model began to write
/// @param firstSentence where its first sentence was whole
/// @param firstSound where the first sound of it was made
/// @param onAir where the first sound of it lies in the mix
public record TurnTimes(
        long spokenUntil,
        long heard,
        long decided,
        long firstToken,
        long firstSentence,
        long firstSound,
        long onAir) {
    private static final long SAMPLES_A_MILLI = 48;

    /// What a listener notices: the silence between the question and the answer.
    public Duration gap() {
        return between(spokenUntil, onAir);
    }

    /// How long it took from one step to another.
    public static Duration between(long from, long to) {
        return Duration.ofMillis((to - from) / SAMPLES_A_MILLI);
    }
}
