package io.partyline.cast;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/// Days, times of the day, decades and years as words, in the order of the American telephone: the
/// month first.
final class Dates {
    private static final List<String> MONTHS =
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December");
    private static final int MOST_DAYS = 31;

    private static final String MONTH =
            "(January|February|March|April|May|June|July|August|September|October|November"
                    + "|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(1[1-9]\\d{2}|20\\d{2})";

    /// Words before a date; without one of them `3/4` is three quarters.
    private static final String WHEN =
            "(?<=\\b(?:on|On|since|Since|until|Until|before|Before|after|After|by|By|from|From|dated"
                    + "|of) )";

    static final List<Rewriting> DAYS =
            List.of(
                    Rewriting.of(
                            "\\b" + YEAR + "-(\\d{2})-(\\d{2})\\b(?!-)",
                            m -> date(m, m.group(2), m.group(3), m.group(1))),
                    Rewriting.of(
                            "(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})\\b(?!/)",
                            m -> date(m, m.group(1), m.group(2), m.group(3))),
                    Rewriting.of("\\b9/11\\b(?!/)", "nine eleven"),
                    Rewriting.of("\\b24/7\\b(?!/)", "twenty-four seven"),
                    Rewriting.of("\\b50/50\\b(?!/)", "fifty fifty"),
                    Rewriting.of(
                            WHEN + "(\\d{1,2})/(\\d{1,2})\\b(?!/)",
                            m -> date(m, m.group(1), m.group(2), "")),
                    Rewriting.of(
                            "\\b" + MONTH + "\\.? " + DAY + ",? " + YEAR + "\\b",
                            m -> named(m, m.group(1), m.group(2), m.group(3))),
                    Rewriting.of(
                            "\\b"
                                    + MONTH
                                    + "\\.? "
                                    + DAY
                                    + "\\b(?![,.:/%]\\d|[-–]\\d+[-–]|['’]\\p{L})",
                            m -> named(m, m.group(1), m.group(2), "")),
                    Rewriting.of(
                            "\\b(the )?"
                                    + DAY
                                    + " (?:of )?"
                                    + MONTH
                                    + "\\b\\.?(?:,? "
                                    + YEAR
                                    + ")?",
                            Dates::dayFirst),
                    Rewriting.of(
                            "\\b" + MONTH + "\\.? (?=" + YEAR + "\\b)",
                            m -> month(m.group(1)) + " "));

    /// After the fractions: what is left with one stroke may still be a day.
    static final List<Rewriting> SHORT_DAYS =
            List.of(
                    Rewriting.of(
                            "(?<![\\d/.,])(\\d{1,2})/(\\d{1,2})\\b(?![/\\d])",
                            m -> date(m, m.group(1), m.group(2), "")));

    static final List<Rewriting> TIMES =
            List.of(
                    Rewriting.of(
                            "(?<=\\d) ?(?i:([ap])\\.?m\\b)",
                            m -> " " + (m.group(1).equalsIgnoreCase("a") ? "a" : "p") + " m"),
                    Rewriting.of("(?<=\\d [ap] m)\\.?(?: ?[-–—] ?| to )(?=\\d)", " to "),
                    Rewriting.of("(?<=:\\d{2}) ?[-–—] ?(?=\\d{1,2}(?::\\d{2}| [ap] m))", " to "),
                    Rewriting.of(
                            "(?<![\\d:])(\\d{1,2}):([0-5]\\d):([0-5]\\d)(?![\\d:])",
                            Dates::lasting),
                    Rewriting.of("\\b(\\d{1,2}):00 (?=[ap] m\\b)", m -> hour(m.group(1)) + " "),
                    Rewriting.of("(?<![\\d:])(\\d{1,2}):(\\d{2})(?![\\d:])", Dates::time),
                    Rewriting.of(
                            "(?<![\\d:])(\\d+):(\\d+)(?![\\d:])",
                            m -> m.group(1) + " to " + m.group(2)));

    static final List<Rewriting> YEARS =
            List.of(
                    Rewriting.of(
                            "\\b(1[1-9]|20)(\\d)0['’]?s\\b",
                            m -> Numbers.decade(m.group(1), m.group(2))),
                    Rewriting.of(
                            "(?<!\\d)['’]?\\b([2-9])0['’]?s\\b", m -> Numbers.tens(m.group(1))),
                    Rewriting.of("(?<![\\p{L}\\d])['’](\\d)(\\d)\\b(?!['’s\\d])", Dates::shortYear),
                    Rewriting.of(
                            "(?<![\\d.,-])(1[1-9]|20)(\\d{2})\\b(?![,.]\\d)",
                            m -> Numbers.year(m.group(1), m.group(2))));

    private Dates() {}

    /// What cannot be a day stays as it was written.
    private static String date(MatchResult match, String month, String day, String year) {
        int number = Integer.parseInt(month);
        if (number < 1 || number > MONTHS.size()) {
            return match.group();
        }
        return named(match, MONTHS.get(number - 1), day, year);
    }

    private static String named(MatchResult match, String month, String day, String year) {
        int number = Integer.parseInt(day);
        if (number < 1 || number > MOST_DAYS) {
            return match.group();
        }
        return "%s %s%s".formatted(month(month), Numbers.ordinal(number), behind(year));
    }

    private static String dayFirst(MatchResult match) {
        int day = Integer.parseInt(match.group(2));
        if (day < 1 || day > MOST_DAYS) {
            return match.group();
        }
        return "the %s of %s%s"
                .formatted(
                        Numbers.ordinal(day),
                        month(match.group(3)),
                        behind(Optional.ofNullable(match.group(4)).orElse("")));
    }

    private static String behind(String year) {
        return switch (year.length()) {
            case 0 -> "";
            case 2 -> ", " + late(Integer.parseInt(year));
            default -> ", " + year(year);
        };
    }

    private static String year(String digits) {
        int century = Integer.parseInt(digits.substring(0, 2));
        return century < 11 || century > 20
                ? Figures.number(digits)
                : Numbers.year(digits.substring(0, 2), digits.substring(2));
    }

    private static String shortYear(MatchResult match) {
        return late(Integer.parseInt(match.group(1) + match.group(2)));
    }

    private static String late(int years) {
        return (years < 10 ? "oh " : "") + Numbers.words(years);
    }

    private static String month(String name) {
        return MONTHS.stream()
                .filter(month -> month.startsWith(name.substring(0, 3)))
                .findFirst()
                .orElse(name);
    }

    private static String hour(String digits) {
        return Numbers.words(Integer.parseInt(digits));
    }

    private static String time(MatchResult match) {
        int minutes = Integer.parseInt(match.group(2));
        String hour = Figures.number(match.group(1));
        if (minutes == 0) {
            return hour + " o'clock";
        }
        return hour + (minutes < 10 ? " oh " : " ") + Numbers.words(minutes);
    }

    private static String lasting(MatchResult match) {
        return "%s, %s and %s"
                .formatted(
                        counted(match.group(1), "hour"),
                        counted(match.group(2), "minute"),
                        counted(match.group(3), "second"));
    }

    private static String counted(String digits, String what) {
        int number = Integer.parseInt(digits);
        return Numbers.words(number) + " " + what + (number == 1 ? "" : "s");
    }
}
