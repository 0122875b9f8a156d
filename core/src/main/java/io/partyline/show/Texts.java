package io.partyline.show;

/// Checks on the words that values are made of.
final class Texts {
    private Texts() {}

    /// @throws IllegalArgumentException if there is nothing to read in `text`
    static void requireWords(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
    }
}
