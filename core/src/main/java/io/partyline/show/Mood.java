package io.partyline.show;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the host is with the callers at the moment.
public enum Mood {
    /// The host says little, and leaves it to the others.
    SHORT_ANSWERS,
    /// The host doubts or contradicts.
    PUSHBACK,
    /// The host is kind, and takes part.
    WARMTH,
    /// The host makes fun.
    JOKING,
    /// The host wants to know more.
    PROBING,
    /// The host comes to an end.
    WRAPPING_UP;

    /// The word that other programs use, such as `wrapping_up`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The mood that this word stands for.
    public static Optional<Mood> of(String word) {
        return Arrays.stream(values())
                .filter(mood -> mood.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// Every word there is.
    public static List<String> words() {
        return Arrays.stream(values()).map(Mood::word).toList();
    }
}
