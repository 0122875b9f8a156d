package io.partyline.cast;

import io.partyline.show.Beginning;

/// The beginning of a text, in whole words, for which there is no room as a whole.
final class Excerpt {
    private Excerpt() {}

    /// The text, or as many whole words of it as there is room for, and a sign that it goes on.
    ///
    /// @param most how many letters of it there is room for
    static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most);
        return Beginning.of(text, end < 0 ? most : end) + "…";
    }
}
