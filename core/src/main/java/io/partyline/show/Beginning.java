package io.partyline.show;

/// The beginning of a text for which there is no room as a whole.
public final class Beginning {
    private Beginning() {}

    /// As much of a text as there is room for, and never half a character: an emoji takes the room
    /// of two, and half of one is no text that a file or a page could hold.
    ///
    /// @param most room, as Java counts
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean cutsOne =
                most > 0
                        && Character.isHighSurrogate(text.charAt(most - 1))
                        && Character.isLowSurrogate(text.charAt(most));
        return text.substring(0, cutsOne ? most - 1 : most);
    }
}
