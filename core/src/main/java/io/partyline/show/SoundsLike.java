package io.partyline.show;

import java.util.Locale;
import java.util.regex.Pattern;

/// Names as a recogniser may hear them: "Toni" and "Donny" are Tony.
///
/// Two names are alike if they have the same consonants, taking those together that a telephone
/// makes hard to tell apart, and are written nearly alike once the usual spellings are evened out.
final class SoundsLike {
    private static final int SHORT = 2;

    /// No name is longer: a longer word is not one that was misheard.
    private static final int LONGEST = 40;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern SOFT_C = Pattern.compile("c(?=[eiy])");
    private static final Pattern TWICE = Pattern.compile("(.)\\1");
    private static final Pattern LONG_I = Pattern.compile("(?:ie|ey|ee|i)$");
    private static final Pattern SILENT_E = Pattern.compile("(?<=..)e$");

    private SoundsLike() {}

    /// How far apart two names are, in letters; empty spelling differences do not count.
    ///
    /// @return -1 if they do not sound alike
    static int distance(String heard, String name) {
        if (heard.length() > LONGEST) {
            return -1;
        }
        String one = evened(heard);
        String other = evened(name);
        String consonants = consonants(other);
        if (!consonants(one).equals(consonants)) {
            return -1;
        }
        int apart = edits(one, other);
        int most = consonants.length() > SHORT ? 2 : 1;
        return apart <= most ? apart : -1;
    }

    /// One spelling for what sounds the same.
    private static String evened(String word) {
        String letters =
                NO_LETTERS
                        .matcher(word.toLowerCase(Locale.ROOT))
                        .replaceAll("")
                        .replace("ph", "f")
                        .replace("th", "t")
                        .replace("sh", "s")
                        .replace("ck", "k");
        String sounds =
                SOFT_C.matcher(letters)
                        .replaceAll("s")
                        .replace('c', 'k')
                        .replace('z', 's')
                        .replace('q', 'k');
        String once = TWICE.matcher(sounds).replaceAll("$1");
        return SILENT_E.matcher(LONG_I.matcher(once).replaceAll("y")).replaceAll("");
    }

    /// The consonants in classes; a vowel counts where a name begins with it.
    private static String consonants(String word) {
        var code = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char kind = kind(word.charAt(i));
            boolean again = !code.isEmpty() && code.charAt(code.length() - 1) == kind;
            if (kind != 0 && !again && (kind != 'A' || i == 0)) {
                code.append(kind);
            }
        }
        return code.toString();
    }

    private static char kind(char letter) {
        return switch (letter) {
            case 'b', 'p' -> 'P';
            case 'd', 't' -> 'T';
            case 'f', 'v' -> 'F';
            case 'g', 'k', 'x' -> 'K';
            case 'j', 's' -> letter == 'j' ? 'J' : 'S';
            case 'l' -> 'L';
            case 'm' -> 'M';
            case 'n' -> 'N';
            case 'r' -> 'R';
            case 'a', 'e', 'i', 'o', 'u' -> 'A';
            default -> 0;
        };
    }

    /// Letters to change, add or leave out.
    private static int edits(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(before[j - 1] + same, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[other.length()];
    }
}
