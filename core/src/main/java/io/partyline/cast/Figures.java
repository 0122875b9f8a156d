package io.partyline.cast;

import java.util.List;
import java.util.stream.Collectors;

/// Figures as words: telephone numbers digit by digit, the rest as people count.
///
/// What is written with more digits than anybody counts, or with a zero in front, is a code and is
/// read digit by digit.
final class Figures {
    private static final int MOST_DIGITS = 15;

    /// Whole numbers, with or without commas, and what may follow the point.
    static final String AMOUNT = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";

    /// Telephone numbers, and other rows of digits that are no amounts.
    static final List<Rewriting> CODES =
            List.of(
                    Rewriting.of(
                            "(?<![\\d.,$£€\\p{L}])(?:"
                                    + "(?:\\+?1[ .-]?)?(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}"
                                    + "|\\d{3}-\\d{4}|\\+\\d{1,3}(?:[ .-]?\\d{2,4}){2,5}|\\d{10,11})"
                                    + "(?![\\d,]|[.-]\\d)",
                            m -> digits(m.group())),
                    Rewriting.of(
                            "(?<![\\d.,-])(?!\\d{4}-\\d{2}-\\d{2}\\b)\\d++(?:-\\d++){2,}+(?![\\d-])",
                            m -> digits(m.group())),
                    Rewriting.of("\\b[Ee]xt\\.? ?(\\d+)\\b", m -> "extension " + each(m.group(1))),
                    Rewriting.of("(?<![\\d.,$-])911(?![\\d,.:-]\\d|\\d)", _ -> each("911")),
                    Rewriting.of("(?<!\\d)\\d++(?:\\.\\d++){2,}+(?!\\d)", m -> pointed(m.group())));

    /// Everything that is still written in digits.
    static final List<Rewriting> NUMBERS =
            List.of(
                    Rewriting.of(
                            "\\b(\\d{1,3}(?:,\\d{3})+|\\d{1,15})(st|nd|rd|th)\\b",
                            m -> Numbers.ordinal(plain(m.group(1)))),
                    Rewriting.of("(?<![\\p{L}\\d.,])[-−](?=\\d|\\.\\d)", "minus "),
                    Rewriting.of("(?<![\\p{L}\\d])\\.(\\d+)", m -> "point " + each(m.group(1))),
                    Rewriting.of("\\b(?:" + AMOUNT + ")(?![\\d\\p{L}])", m -> number(m.group())),
                    Rewriting.of(
                            "(?<![\\p{L}\\d])(\\d+)(?=[A-Z]\\b)", m -> number(m.group()) + " "),
                    Rewriting.of(
                            "(?<![\\p{L}\\d])([A-Z]{1,5})(\\d{1,4})\\b",
                            m -> m.group(1) + " " + number(m.group(2))));

    private Figures() {}

    /// An amount as it is counted: `1,234.5` is one thousand two hundred thirty-four point five.
    static String number(String digits) {
        String plain = digits.replace(",", "");
        int dot = plain.indexOf('.');
        if (dot >= 0) {
            return number(plain.substring(0, dot)) + " point " + each(plain.substring(dot + 1));
        }
        boolean code =
                plain.length() > MOST_DIGITS || (plain.length() > 1 && plain.startsWith("0"));
        return code ? each(plain) : Numbers.words(Long.parseLong(plain));
    }

    /// A whole number; what is longer than anybody counts is cut.
    static long plain(String digits) {
        String all = digits.replace(",", "");
        return Long.parseLong(all.substring(0, Math.min(MOST_DIGITS, all.length())));
    }

    /// One digit after the other.
    static String each(String digits) {
        return digits.chars()
                .mapToObj(digit -> Numbers.words(digit - '0'))
                .collect(Collectors.joining(" "));
    }

    /// Digit by digit, with a breath between the groups.
    private static String digits(String groups) {
        var words = new StringBuilder();
        for (String group : groups.split("\\D+", -1)) {
            if (!group.isEmpty()) {
                words.append(words.isEmpty() ? "" : ", ").append(each(group));
            }
        }
        return words.toString();
    }

    /// A version, or an address of the network.
    private static String pointed(String parts) {
        return List.of(parts.split("\\.", -1)).stream()
                .map(Figures::number)
                .collect(Collectors.joining(" point "));
    }
}
