package io.partyline.cast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/// Money as words: `-£3.50` is minus three pounds and fifty pence.
final class Money {
    /// What a coin and its hundredth part are called.
    private record Coin(String one, String many, String part, String parts) {}

    private static final Coin DOLLAR = new Coin("dollar", "dollars", "cent", "cents");
    private static final Coin EURO = new Coin("euro", "euros", "cent", "cents");
    private static final Coin POUND = new Coin("pound", "pounds", "penny", "pence");
    private static final Coin YEN = new Coin("yen", "yen", "sen", "sen");
    private static final Coin RUPEE = new Coin("rupee", "rupees", "paisa", "paise");

    private static final Map<String, Coin> COINS =
            Map.of(
                    "$", DOLLAR, "USD", DOLLAR, "€", EURO, "EUR", EURO, "£", POUND, "GBP", POUND,
                    "¥", YEN, "JPY", YEN, "₹", RUPEE);

    private static final Map<String, String> SUFFIXES =
            Map.of(
                    "k",
                    "thousand",
                    "K",
                    "thousand",
                    "m",
                    "million",
                    "M",
                    "million",
                    "mn",
                    "million",
                    "bn",
                    "billion",
                    "B",
                    "billion",
                    "tn",
                    "trillion");

    private static final String SIGN = "(?:US|CA|A)?([$€£¥₹])";
    private static final String AMOUNT = "(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+|,\\d{2}(?!\\d))?";
    private static final String MANY =
            "(?: ?(thousand|million|billion|trillion)\\b|(k|K|M|m|mn|bn|B|tn)\\b)?";

    /// What is paid with in one piece: a five-dollar bill.
    private static final String PIECE =
            "(?=[- ](?:bills?|notes?|coins?|checks?|tips?|tickets?|fines?|deposits?|discounts?"
                    + "|lunch|dinner|wine|gift|raise|an?[- ]\\p{L})\\b)";

    static final List<Rewriting> RULES =
            List.of(
                    Rewriting.of(
                            SIGN + AMOUNT + " ?[-–—] ?" + SIGN + "?" + AMOUNT + MANY, Money::range),
                    Rewriting.of(
                            "(?<![\\p{L}\\d])a " + SIGN + "(\\d{1,3}(?:,\\d{3})+|\\d+)" + PIECE,
                            m ->
                                    "a %s-%s"
                                            .formatted(
                                                    Figures.number(m.group(2)),
                                                    coin(m.group(1)).one())),
                    Rewriting.of(
                            "(?:(?<![\\p{L}\\d])[-−] ?)" + SIGN + AMOUNT + MANY,
                            m -> "minus " + money(m, 1)),
                    Rewriting.of(SIGN + "[-−]" + AMOUNT + MANY, m -> "minus " + money(m, 1)),
                    Rewriting.of(SIGN + AMOUNT + MANY, m -> money(m, 1)),
                    Rewriting.of(
                            "(?<![\\d.,])" + AMOUNT + " ?(€|£|USD\\b|EUR\\b|GBP\\b|JPY\\b)",
                            m ->
                                    words(
                                            coin(m.group(3)),
                                            m.group(1),
                                            Optional.ofNullable(m.group(2)),
                                            Optional.empty())),
                    Rewriting.of(
                            "\\b(\\d+) ?¢",
                            m -> counted(Figures.plain(m.group(1)), "cent", "cents")),
                    Rewriting.of(
                            "(?<=\\p{L}) ?/ ?(hr|hour|h|day|night|month|mo|week|wk|year|yr|person"
                                    + "|lb|pound|gallon|mile|minute|min|kg|oz)\\b",
                            m -> " " + each(m.group(1))));

    private Money() {}

    private static String each(String what) {
        return switch (what) {
            case "hr", "hour", "h" -> "an hour";
            case "mo" -> "a month";
            case "wk" -> "a week";
            case "yr" -> "a year";
            case "lb" -> "a pound";
            case "min" -> "a minute";
            case "kg" -> "a kilo";
            case "oz" -> "an ounce";
            default -> "a " + what;
        };
    }

    private static String range(MatchResult match) {
        String from = Figures.number(match.group(2) + part(Optional.ofNullable(match.group(3))));
        return from
                + " to "
                + words(
                        coin(match.group(1)),
                        match.group(5),
                        Optional.ofNullable(match.group(6)),
                        many(match, 7));
    }

    /// @param first the group of the sign; amount, part and the two words for many follow it
    private static String money(MatchResult match, int first) {
        return words(
                coin(match.group(first)),
                match.group(first + 1),
                Optional.ofNullable(match.group(first + 2)),
                many(match, first + 3));
    }

    private static Optional<String> many(MatchResult match, int group) {
        return Optional.ofNullable(match.group(group))
                .or(() -> Optional.ofNullable(match.group(group + 1)).map(SUFFIXES::get));
    }

    private static String words(
            Coin coin, String whole, Optional<String> written, Optional<String> many) {
        String part = part(written);
        if (many.isPresent()) {
            return "%s %s %s".formatted(Figures.number(whole + part), many.get(), coin.many());
        }
        if (!part.isEmpty() && part.length() != 3) {
            return Figures.number(whole + part) + " " + coin.many();
        }
        long coins = Figures.plain(whole);
        long parts = part.isEmpty() ? 0 : Long.parseLong(part.substring(1));
        String said = amount(whole, coin);
        if (parts == 0) {
            return said;
        }
        return (coins == 0 ? "" : said + " and ") + counted(parts, coin.part(), coin.parts());
    }

    private static String amount(String whole, Coin coin) {
        return Figures.number(whole) + " " + (Figures.plain(whole) == 1 ? coin.one() : coin.many());
    }

    /// What stands behind the point, which is a comma in most of Europe.
    private static String part(Optional<String> written) {
        return written.map(digits -> digits.replace(',', '.')).orElse("");
    }

    private static String counted(long number, String one, String many) {
        return Numbers.words(number) + " " + (number == 1 ? one : many);
    }

    private static Coin coin(String sign) {
        return COINS.getOrDefault(sign, DOLLAR);
    }
}
