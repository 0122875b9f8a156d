package io.partyline.tts;

import java.util.Locale;
import java.util.Set;

/// What a voice sounds like to most people.
public enum Gender {
    /// A woman's voice.
    WOMAN,
    /// A man's voice.
    MAN,
    /// Neither, or not known.
    ANY;

    private static final Set<String> WOMEN = Set.of("woman", "female", "girl", "lady", "f", "w");
    private static final Set<String> MEN = Set.of("man", "male", "boy", "guy", "m");

    /// As somebody wrote it into a cast.
    static Gender of(String written) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        if (WOMEN.contains(word)) {
            return WOMAN;
        }
        return MEN.contains(word) ? MAN : ANY;
    }
}
