package io.partyline.http;

import io.partyline.show.Beginning;

/// Checks on texts that come from outside.
final class Texts {
    /// The most that a host may say at once, in characters: some two minutes of speech.
    private static final int LONGEST = 2_000;

    /// How much of a text is repeated to whoever sent it.
    private static final int QUOTED = 40;

    private Texts() {}

    /// A text that can be spoken and written down.
    ///
    /// @throws Problem if it is too long, or no text at all
    static String spoken(String name, String text) {
        return written(name, text, LONGEST);
    }

    /// A text that can be written down.
    ///
    /// @throws Problem if it is longer than `longest`, or no text at all
    static String written(String name, String text, int longest) {
        if (text.length() > longest) {
            throw new Problem(
                    400,
                    "\"%s\" is too long: %,d characters is the most.".formatted(name, longest));
        }
        if (text.codePoints().anyMatch(Texts::unspeakable)) {
            throw new Problem(400, "\"%s\" holds characters that are no text.".formatted(name));
        }
        return text;
    }

    static String shortened(String text) {
        return text.length() <= QUOTED ? text : Beginning.of(text, QUOTED) + "…";
    }

    /// Half a character, or a control character other than a line break or a tab.
    private static boolean unspeakable(int character) {
        return switch (Character.getType(character)) {
            case Character.SURROGATE -> true;
            case Character.CONTROL -> "\n\r\t".indexOf(character) < 0;
            default -> false;
        };
    }
}
