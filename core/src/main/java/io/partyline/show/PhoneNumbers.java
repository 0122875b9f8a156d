package io.partyline.show;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Telephone numbers in what was said, which nothing that leaves the show may hold: callers give
/// them away on the air, and a recogniser writes them as it likes.
///
/// A number is a run of figures of any script and of words for them, with marks, spaces and a few
/// words between, that comes to seven digits or more. A large number with a comma before every
/// three digits is none, and neither is a list of years. Rather a score too many is hidden than a
/// number too few.
public final class PhoneNumbers {
    private static final String HIDDEN = "[number]";

    /// The shortest that somebody can be called by from elsewhere in a town.
    private static final int SHORTEST = 7;

    /// Ages and years come in words, too; a number has this many digits that stand by themselves.
    private static final int FEWEST_SINGLE = 3;

    private static final String FIGURES =
            "[\\p{Nd}\\u2070\\u00b9\\u00b2\\u00b3\\u2074-\\u2079"
                    + "\\u2080-\\u2089\\u2460-\\u2468\\u24ea]+";

    private static final String UNIT =
            "zero|oh|o|nought|naught|nil|one|two|three|four|five|six|seven|eight|nine|niner";

    private static final String TENS =
            "twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety";

    private static final String TEENS =
            "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";

    private static final Pattern ELEMENT =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}_])(?:"
                            + "(?<large>\\p{Nd}{1,3}(?:,\\p{Nd}{3})+(?![\\p{N}]|,\\p{N}))"
                            + "|(?<figures>"
                            + FIGURES
                            + ")"
                            + "|(?<two>(?:"
                            + TENS
                            + ")(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|"
                            + TEENS
                            + ")"
                            + "|(?<times>double|triple|treble)[ -](?:"
                            + UNIT
                            + "|\\p{Nd})"
                            + "|(?:one|two|three|four|five|six|seven|eight|nine) (?<round>hundred|thousand)"
                            + "|(?<one>"
                            + UNIT
                            + "))(?![\\p{L}_]|\\p{N})",
                    Pattern.CASE_INSENSITIVE);

    /// What may stand between two parts of one number. A colon between two figures tells the time.
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "(?:[\\s\\p{Z}\\p{C}\\p{M}\\p{Pd}()\\[\\].,;/\\\\_'\"’“”|~*+＋·•・，、،．。…]"
                            + "|:(?=[\\s\\p{Z}])"
                            + "|\\b(?:and|then|dash|hyphen|dot|point|space|stroke|slash|pause|uh|um|er|erm)\\b)*+",
                    Pattern.CASE_INSENSITIVE);

    /// No pause in a number takes more letters.
    private static final int LONGEST_PAUSE = 24;

    private static final Pattern YEAR = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");
    private static final Pattern LISTED = Pattern.compile("\\s*,?\\s*(?:and\\s+)?", 0);

    private PhoneNumbers() {}

    /// The text without telephone numbers.
    public static String hidden(String text) {
        var out = new StringBuilder();
        int from = 0;
        for (List<MatchResult> run : runs(text)) {
            if (isNumber(run, text)) {
                int begin = opened(text, run.getFirst().start());
                out.append(text, from, Math.max(from, begin)).append(HIDDEN);
                from = run.getLast().end();
            }
        }
        return from == 0 ? text : out.append(text, from, text.length()).toString();
    }

    private static List<List<MatchResult>> runs(String text) {
        var runs = new ArrayList<List<MatchResult>>();
        var run = new ArrayList<MatchResult>();
        for (MatchResult element : ELEMENT.matcher(text).results().toList()) {
            if (!run.isEmpty() && !joined(text, run.getLast(), element)) {
                runs.add(List.copyOf(run));
                run.clear();
            }
            run.add(element);
        }
        runs.add(List.copyOf(run));
        return runs;
    }

    private static boolean joined(String text, MatchResult one, MatchResult next) {
        int from = one.end();
        int to = next.start();
        return one.group("large") == null
                && next.group("large") == null
                && to - from <= LONGEST_PAUSE
                && BETWEEN.matcher(text).region(from, to).useTransparentBounds(true).matches();
    }

    private static boolean isNumber(List<MatchResult> run, String text) {
        return run.stream().mapToInt(PhoneNumbers::digits).sum() >= SHORTEST
                && run.stream().mapToInt(PhoneNumbers::single).sum() >= FEWEST_SINGLE
                && !isListOfYears(run, text);
    }

    private static int digits(MatchResult element) {
        if (element.group("large") != null) {
            return 0;
        }
        if (element.group("figures") != null) {
            return length(element);
        }
        if (element.group("round") != null) {
            return element.group("round").equalsIgnoreCase("hundred") ? 3 : 4;
        }
        if (element.group("times") != null) {
            return element.group("times").equalsIgnoreCase("double") ? 2 : 3;
        }
        return element.group("two") != null ? 2 : 1;
    }

    private static int single(MatchResult element) {
        boolean counted = element.group("two") == null && element.group("round") == null;
        return counted ? digits(element) : 0;
    }

    private static int length(MatchResult figures) {
        return figures.group().codePointCount(0, figures.group().length());
    }

    private static boolean isListOfYears(List<MatchResult> run, String text) {
        for (int i = 0; i < run.size(); i++) {
            boolean listed =
                    i == 0 || isListed(text.substring(run.get(i - 1).end(), run.get(i).start()));
            if (!listed || !YEAR.matcher(run.get(i).group()).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isListed(String between) {
        return !between.isBlank() && LISTED.matcher(between).matches();
    }

    /// Where the number begins, with the marks that open it.
    private static int opened(String text, int begin) {
        int at = begin;
        while (at > 0 && begin - at < 2 && "+(＋".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }
}
