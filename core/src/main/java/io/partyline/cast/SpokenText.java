package io.partyline.cast;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a model's text fit to be spoken: no stage directions, and numbers as people say them.
public final class SpokenText {
    private static final Pattern STAGE =
            Pattern.compile("\\*[^*]*\\*|\\[[^\\]]*\\]|<[^>]*>|\\((?=[^)]*\\p{L})[^)]{0,40}\\)");
    private static final Pattern MARKUP = Pattern.compile("[*_#`~|]+");
    private static final Pattern PICTURES =
            Pattern.compile("[\\p{So}\\p{Sk}\\p{Cs}\\p{Cf}\\p{Me}\uFE0E\uFE0F]+");
    private static final Pattern PHONE =
            Pattern.compile(
                    "(?<![\\d.,$])(?:"
                            + "(?:\\+?1[ .-]?)?(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}"
                            + "|\\d{3}-\\d{4}|\\+\\d{8,15}|\\d{10,11})(?![\\d,])");
    private static final Pattern MONEY =
            Pattern.compile(
                    "\\$(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?"
                            + "(?:( (?:thousand|million|billion|trillion))\\b|([kKMB])\\b)?");
    private static final Map<String, String> SUFFIXES =
            Map.of("k", " thousand", "K", " thousand", "M", " million", "B", " billion");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:,\\d{3})*(?:\\.\\d+)?) ?%");
    private static final Pattern TIME = Pattern.compile("\\b(\\d{1,2}):(\\d{2})(?!\\d)");
    private static final Pattern HALF_DAY = Pattern.compile("(?<=\\d) ?(?i:([ap])\\.?m\\b)");
    private static final Pattern ORDINAL =
            Pattern.compile("\\b(\\d{1,3}(?:,\\d{3})+|\\d{1,15})(st|nd|rd|th)\\b");
    private static final Pattern DECADE = Pattern.compile("\\b(1[1-9]|20)(\\d)0['’]?s\\b");
    private static final Pattern SHORT_DECADE =
            Pattern.compile("(?<!\\d)['’]?\\b([2-9])0['’]?s\\b");
    private static final Pattern YEAR =
            Pattern.compile("(?<![\\d.,])(1[1-9]|20)(\\d{2})\\b(?![,.]\\d)");
    private static final Pattern DECIMAL = Pattern.compile("\\b\\d+(?:,\\d{3})*\\.\\d+\\b");
    private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,3}(?:,\\d{3})+\\b|\\b\\d+\\b");
    private static final Pattern HASH = Pattern.compile("#(\\d)");
    private static final Pattern SYLLABLE = Pattern.compile("[AEIOUY]");
    private static final Set<String> SPELLED =
            Set.of("ESPN", "NCAA", "NAACP", "ASPCA", "YMCA", "YWCA", "AARP", "IBEW", "LGBTQ");
    private static final Set<String> SHOUTED =
            Set.of(
                    "NO", "YES", "SO", "NOT", "BUT", "AND", "THE", "ALL", "NOW", "WHY", "HOW",
                    "WHO", "OH", "MY", "GOD", "HEY", "WAS", "YOU", "ME", "WE", "HE", "SHE", "IS",
                    "DO", "BIG", "TWO", "ONE", "ANY", "OUT", "OFF", "ON", "UP", "MAN", "WOW", "AM");
    private static final Pattern ACRONYM = Pattern.compile("\\b[A-Z]{2,5}\\b");
    private static final Map<String, String> SIGNS =
            Map.of("&", " and ", "@", " at ", "+", " plus ", "=", " equals ");

    private SpokenText() {}

    /// The text as it is spoken; empty if nothing of it can be.
    public static String clean(String text) {
        String said = PICTURES.matcher(STAGE.matcher(text).replaceAll(" ")).replaceAll(" ");
        said = each(HASH, said, m -> "number " + m.group(1));
        said = MARKUP.matcher(said).replaceAll(" ");
        said = each(PHONE, said, m -> digits(m.group()));
        said = each(MONEY, said, SpokenText::money);
        said = each(PERCENT, said, m -> number(m.group(1)) + " percent");
        said = each(HALF_DAY, said, m -> " " + m.group(1).toLowerCase(Locale.ROOT) + " m");
        said = each(TIME, said, SpokenText::time);
        said = each(ORDINAL, said, m -> Numbers.ordinal(plain(m.group(1))));
        said = each(DECADE, said, m -> Numbers.decade(m.group(1), m.group(2)));
        said = each(SHORT_DECADE, said, m -> Numbers.tens(m.group(1)));
        said = each(YEAR, said, m -> Numbers.year(m.group(1), m.group(2)));
        said = each(DECIMAL, said, m -> number(m.group()));
        said = each(NUMBER, said, m -> number(m.group()));
        said = each(ACRONYM, said, m -> acronym(m.group()));
        for (var sign : SIGNS.entrySet()) {
            said = said.replace(sign.getKey(), sign.getValue());
        }
        return said.replaceAll("\\s+", " ").replaceAll(" ([.,!?;:])", "$1").strip();
    }

    private static String each(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(by.apply(match)));
    }

    private static String digits(String phone) {
        var words = new StringBuilder();
        for (int i = 0; i < phone.length(); i++) {
            char c = phone.charAt(i);
            if (Character.isDigit(c)) {
                words.append(Numbers.words(c - '0')).append(' ');
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) == ' ' && c != ')') {
                words.setCharAt(words.length() - 1, ',');
                words.append(' ');
            }
        }
        return words.toString().strip();
    }

    private static String money(MatchResult match) {
        String part = match.group(2) == null ? "" : match.group(2);
        String suffix = match.group(4) == null ? "" : SUFFIXES.getOrDefault(match.group(4), "");
        String many = match.group(3) == null ? suffix : match.group(3);
        if (!many.isEmpty() || (!part.isEmpty() && part.length() != 3)) {
            return number(match.group(1) + part) + many + " dollars";
        }
        long whole = plain(match.group(1));
        long cents = part.isEmpty() ? 0 : Long.parseLong(part.substring(1));
        String dollars = counted(whole, "dollar");
        if (cents == 0) {
            return dollars;
        }
        return (whole == 0 ? "" : dollars + " and ") + counted(cents, "cent");
    }

    private static String counted(long number, String what) {
        return Numbers.words(number) + " " + what + (number == 1 ? "" : "s");
    }

    /// Read as letters, unless it is a word that is shouted or that people say as one.
    private static String acronym(String letters) {
        boolean syllables = letters.length() > 3 && SYLLABLE.matcher(letters).find();
        boolean word = SHOUTED.contains(letters) || (syllables && !SPELLED.contains(letters));
        return word ? letters : String.join(" ", letters.split(""));
    }

    private static String time(MatchResult match) {
        String hour = number(match.group(1));
        int minutes = Integer.parseInt(match.group(2));
        if (minutes == 0) {
            return hour + " o'clock";
        }
        return hour + (minutes < 10 ? " oh " : " ") + Numbers.words(minutes);
    }

    private static String number(String digits) {
        String plain = digits.replace(",", "");
        int dot = plain.indexOf('.');
        if (dot >= 0) {
            return number(plain.substring(0, dot)) + " point " + spelled(plain.substring(dot + 1));
        }
        boolean code = plain.length() > 15 || (plain.length() > 1 && plain.startsWith("0"));
        return code ? spelled(plain) : Numbers.words(Long.parseLong(plain));
    }

    private static long plain(String digits) {
        String all = digits.replace(",", "");
        return Long.parseLong(all.substring(0, Math.min(15, all.length())));
    }

    private static String spelled(String digits) {
        var words = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            words.append(words.isEmpty() ? "" : " ").append(Numbers.words(digits.charAt(i) - '0'));
        }
        return words.toString();
    }
}
