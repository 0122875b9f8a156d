package io.partyline.cast;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a model's text fit to be spoken: no stage directions, and numbers as people say them.
public final class SpokenText {
    private static final Pattern STAGE = Pattern.compile("\\*[^*]*\\*|\\[[^\\]]*\\]|<[^>]*>|\\([^)]{0,40}\\)");
    private static final Pattern MARKUP = Pattern.compile("[*_#`~|]+");
    private static final Pattern PICTURES = Pattern.compile("[\\p{So}\\p{Sk}\\p{Cs}\\p{Cf}]+");
    private static final Pattern PHONE =
            Pattern.compile("(?<!\\d)(?:\\+?1[ .-]?)?\\(?\\d{3}\\)?[ .-]\\d{3,4}(?:[ .-]\\d{4})?(?!\\d)");
    private static final Pattern MONEY =
            Pattern.compile("\\$(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d{2}))?( (?:thousand|million|billion))?");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?) ?%");
    private static final Pattern TIME = Pattern.compile("\\b(\\d{1,2}):(\\d{2})\\b");
    private static final Pattern ORDINAL = Pattern.compile("\\b(\\d+)(st|nd|rd|th)\\b");
    private static final Pattern DECADE = Pattern.compile("\\b(1[1-9]|20)(\\d)0s\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(1[1-9]|20)(\\d{2})\\b(?!,)");
    private static final Pattern DECIMAL = Pattern.compile("\\b(\\d+)\\.(\\d+)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,3}(?:,\\d{3})+\\b|\\b\\d+\\b");
    private static final Pattern ACRONYM = Pattern.compile("\\b[A-Z]{2,5}\\b");
    private static final Map<String, String> SIGNS =
            Map.of("&", " and ", "@", " at ", "+", " plus ", "=", " equals ");

    private SpokenText() {}

    /// The text as it is spoken; empty if nothing of it can be.
    public static String clean(String text) {
        String said = PICTURES.matcher(STAGE.matcher(text).replaceAll(" ")).replaceAll(" ");
        said = MARKUP.matcher(said).replaceAll(" ");
        said = each(PHONE, said, m -> digits(m.group()));
        said = each(MONEY, said, SpokenText::money);
        said = each(PERCENT, said, m -> number(m.group(1)) + " percent");
        said = each(TIME, said, SpokenText::time);
        said = each(ORDINAL, said, m -> Numbers.ordinal(Long.parseLong(m.group(1))));
        said = each(DECADE, said, m -> Numbers.decade(m.group(1), m.group(2)));
        said = each(YEAR, said, m -> Numbers.year(m.group(1), m.group(2)));
        said = each(DECIMAL, said, m -> number(m.group()));
        said = each(NUMBER, said, m -> number(m.group()));
        said = each(ACRONYM, said, m -> String.join(" ", m.group().split("")));
        for (var sign : SIGNS.entrySet()) {
            said = said.replace(sign.getKey(), sign.getValue());
        }
        return said.replaceAll("\\s+", " ").replaceAll(" ([.,!?;:])", "$1").strip();
    }

    private static String each(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(by.apply(match)));
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
        String whole = number(match.group(1));
        if (match.group(3) != null) {
            return whole + match.group(3) + " dollars";
        }
        String dollars = whole + ("1".equals(match.group(1)) ? " dollar" : " dollars");
        return match.group(2) == null || "00".equals(match.group(2))
                ? dollars
                : dollars + " and " + number(match.group(2)) + " cents";
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
        return plain.length() > 15 ? spelled(plain) : Numbers.words(Long.parseLong(plain));
    }

    private static String spelled(String digits) {
        var words = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            words.append(words.isEmpty() ? "" : " ").append(Numbers.words(digits.charAt(i) - '0'));
        }
        return words.toString();
    }
}
