package io.partyline.cast;

import io.partyline.show.Beginning;
import java.util.List;

/// Makes a model's text fit to be spoken: nothing that is only for the eye, and figures, money,
/// dates, measures and abbreviations as people say them, in American English.
///
/// Accents stay. What is written in another script than Latin is only freed of marks and pictures:
/// how its numbers are said is the voice's to know. A text that has been made fit stays as it is if
/// it is made fit once more.
public final class SpokenText {
    /// Longer texts are cut at a word: ten times the longest sentence.
    private static final int LONGEST = 4_000;

    /// Where one mark hid another from a rule, the rule finds it the next time round.
    private static final int MOST_ROUNDS = 4;

    private static final List<List<Rewriting>> ENGLISH =
            List.of(
                    Shortened.RULES,
                    Figures.CODES,
                    Money.RULES,
                    Dates.DAYS,
                    Measures.FRACTIONS,
                    Dates.SHORT_DAYS,
                    Dates.TIMES,
                    Measures.AMOUNTS,
                    Dates.YEARS,
                    Figures.NUMBERS,
                    Shortened.LETTERS);

    private static final List<Rewriting> SIGNS =
            List.of(
                    Rewriting.of("&", " and "),
                    Rewriting.of("@", " at "),
                    Rewriting.of("\\+", " plus "),
                    Rewriting.of("=", " equals "),
                    Rewriting.of("×", " times "),
                    Rewriting.of("÷", " divided by "),
                    Rewriting.of("≈", " about "),
                    Rewriting.of("±", " plus or minus "),
                    Rewriting.of("≥", " at least "),
                    Rewriting.of("≤", " at most "),
                    Rewriting.of("%", " percent "),
                    Rewriting.of("(?<=[\\p{L}\\d])/(?=[\\p{L}\\d])", " or "),
                    Rewriting.of("[-=]+>|→", " to "),
                    Rewriting.of("[<>/°$£€¥₹¢]+", " "));

    private static final List<Rewriting> TIDY =
            List.of(
                    Rewriting.of("\\s*(?:—|–|--+)\\s*", ", "),
                    Rewriting.of("\\.{4,}", "..."),
                    Rewriting.of("!{2,}", "!"),
                    Rewriting.of("\\?[!?]+|!\\?[!?]*", "?"),
                    Rewriting.of("\\s+", " "),
                    Rewriting.of(" (?=[.,!?;:])", ""),
                    Rewriting.of(",(?:[ ,]*,)+", ","),
                    Rewriting.of(",(?=[.!?;:])|^[\\s,;:]+|[\\s,]+$", ""));

    private SpokenText() {}

    /// The text as it is spoken; empty if nothing of it can be.
    public static String clean(String text) {
        String said = once(bounded(text));
        String again = once(said);
        for (int round = 0; round < MOST_ROUNDS && !again.equals(said); round++) {
            said = again;
            again = once(said);
        }
        return again;
    }

    private static String once(String text) {
        String said = Written.clean(text);
        if (latin(said)) {
            for (List<Rewriting> rewritings : ENGLISH) {
                said = Rewriting.all(rewritings, said);
            }
            said = Rewriting.all(SIGNS, said);
        }
        said = Rewriting.all(TIDY, said);
        return said.codePoints().anyMatch(Character::isLetterOrDigit) ? said.strip() : "";
    }

    private static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int space = text.lastIndexOf(' ', LONGEST);
        return Beginning.of(text, space > 0 ? space : LONGEST);
    }

    /// Whether most of its letters are, or there are none.
    private static boolean latin(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin =
                text.codePoints()
                        .filter(Character::isLetter)
                        .filter(letter ->
                                Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
                        .count();
        return 2 * latin >= letters;
    }
}
