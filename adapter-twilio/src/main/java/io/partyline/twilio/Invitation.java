package io.partyline.twilio;

import java.time.Duration;
import java.util.Optional;

/// How callers are asked to leave a message while the lines are closed.
///
/// @param words what they are told first, in place of our own words
/// @param longest how long a message may be: 10 s to 10 minutes, in whole seconds
public record Invitation(Optional<String> words, Duration longest) {
    /// Long enough to say what one wants to say.
    public static final Duration USUAL_LENGTH = Duration.ofMinutes(2);

    /// Nobody gets a sentence into less.
    public static final Duration SHORTEST = Duration.ofSeconds(10);

    /// Longer is no message.
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /// Longest text before the beep.
    static final int LONGEST_WORDS = 500;

    /// In our own words.
    public static final Invitation USUAL = new Invitation(Optional.empty(), USUAL_LENGTH);

    public Invitation {
        words.ifPresent(Invitation::check);
        if (longest.compareTo(SHORTEST) < 0 || longest.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "PARTYLINE_VOICEMAIL_LENGTH must be 10s to 10m: how long a message may be.");
        }
    }

    private static void check(String words) {
        if (words.length() > LONGEST_WORDS || words.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "PARTYLINE_VOICEMAIL must be on, off, or a text of at most %d letters without line breaks."
                            .formatted(LONGEST_WORDS));
        }
    }
}
