package io.partyline.exports;

/// A name in the middle of a line that goes on after it, on a terminal or in a file: short, without
/// marks that cannot be seen, and, where it is written from right to left, kept from turning its
/// neighbours round.
final class NameInLine {
    /// Longest name, in characters: what follows it should stand below what follows the others.
    private static final int LONGEST = 16;

    /// Begins and ends a stretch whose direction is its own, by the Unicode rules for text of two
    /// directions (UAX #9).
    private static final char ISOLATE = '\u2068';

    private static final char END_OF_ISOLATE = '\u2069';

    private NameInLine() {}

    static String of(String name) {
        String seen = name.replaceAll("[\\p{Cntrl}\\p{Z}[\\p{Cf}&&[^\\u200d]]]+", " ").strip();
        String cut = cut(seen);
        return cut.codePoints().anyMatch(NameInLine::fromTheRight)
                ? ISOLATE + cut + END_OF_ISOLATE
                : cut;
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "…";
    }

    private static boolean fromTheRight(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER ->
                    true;
            default -> false;
        };
    }
}
