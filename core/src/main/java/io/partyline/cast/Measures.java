package io.partyline.cast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/// Amounts of something as words: percent, degrees, lengths, weights, fractions, ranges.
final class Measures {
    /// What one and several of a unit are called.
    private record Unit(String one, String many) {
        Unit(String one) {
            this(one, one + "s");
        }
    }

    private static final Map<String, Unit> UNITS =
            Map.ofEntries(
                    Map.entry("km/h", new Unit("kilometer an hour", "kilometers an hour")),
                    Map.entry("kph", new Unit("kilometer an hour", "kilometers an hour")),
                    Map.entry("mph", new Unit("mile an hour", "miles an hour")),
                    Map.entry("m/s", new Unit("meter a second", "meters a second")),
                    Map.entry("mpg", new Unit("mile to the gallon", "miles to the gallon")),
                    Map.entry("sq ft", new Unit("square foot", "square feet")),
                    Map.entry("km", new Unit("kilometer")),
                    Map.entry("cm", new Unit("centimeter")),
                    Map.entry("mm", new Unit("millimeter")),
                    Map.entry("m", new Unit("meter")),
                    Map.entry("mi", new Unit("mile")),
                    Map.entry("ft", new Unit("foot", "feet")),
                    Map.entry("yds", new Unit("yard")),
                    Map.entry("yd", new Unit("yard")),
                    Map.entry("lbs", new Unit("pound")),
                    Map.entry("lb", new Unit("pound")),
                    Map.entry("oz", new Unit("ounce")),
                    Map.entry("kg", new Unit("kilo")),
                    Map.entry("mg", new Unit("milligram")),
                    Map.entry("g", new Unit("gram")),
                    Map.entry("ml", new Unit("milliliter")),
                    Map.entry("gal", new Unit("gallon")),
                    Map.entry("tsp", new Unit("teaspoon")),
                    Map.entry("tbsp", new Unit("tablespoon")),
                    Map.entry("kHz", new Unit("kilohertz", "kilohertz")),
                    Map.entry("MHz", new Unit("megahertz", "megahertz")),
                    Map.entry("GHz", new Unit("gigahertz", "gigahertz")),
                    Map.entry("Hz", new Unit("hertz", "hertz")),
                    Map.entry("kWh", new Unit("kilowatt hour")),
                    Map.entry("kW", new Unit("kilowatt")),
                    Map.entry("GB", new Unit("gigabyte")),
                    Map.entry("MB", new Unit("megabyte")),
                    Map.entry("TB", new Unit("terabyte")),
                    Map.entry("dB", new Unit("decibel")),
                    Map.entry("rpm", new Unit("turn a minute", "turns a minute")),
                    Map.entry("hrs", new Unit("hour")),
                    Map.entry("hr", new Unit("hour")),
                    Map.entry("mins", new Unit("minute")),
                    Map.entry("min", new Unit("minute")),
                    Map.entry("secs", new Unit("second")),
                    Map.entry("sec", new Unit("second")),
                    Map.entry("ms", new Unit("millisecond")),
                    Map.entry("yrs", new Unit("year")),
                    Map.entry("yr", new Unit("year")));

    private static final Map<String, String> PARTS =
            Map.ofEntries(
                    Map.entry("½", "1/2"),
                    Map.entry("⅓", "1/3"),
                    Map.entry("⅔", "2/3"),
                    Map.entry("¼", "1/4"),
                    Map.entry("¾", "3/4"),
                    Map.entry("⅕", "1/5"),
                    Map.entry("⅖", "2/5"),
                    Map.entry("⅗", "3/5"),
                    Map.entry("⅘", "4/5"),
                    Map.entry("⅙", "1/6"),
                    Map.entry("⅛", "1/8"),
                    Map.entry("⅜", "3/8"),
                    Map.entry("⅝", "5/8"),
                    Map.entry("⅞", "7/8"));

    private static final String AMOUNT = "(" + Figures.AMOUNT + ")";
    private static final String FRACTION =
            "(1/2|[12]/3|[13]/4|[1-4]/5|[15]/6|[1357]/8|1/10|[1-9]/16)(?![\\d/])";

    static final List<Rewriting> FRACTIONS =
            List.of(
                    Rewriting.of("(?<=\\d) ?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞])", m -> " " + PARTS.get(m.group(1))),
                    Rewriting.of("[½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]", m -> PARTS.get(m.group())),
                    Rewriting.of(
                            "(?<![\\d/.,])(\\d{1,3}) " + FRACTION,
                            m ->
                                    "%s and %s"
                                            .formatted(
                                                    Figures.number(m.group(1)), mixed(m.group(2)))),
                    Rewriting.of("(?<![\\d/.,])" + FRACTION, m -> fraction(m.group(1))),
                    Rewriting.of(
                            "(?<![\\d/.,])(\\d{1,3})/(10|100)(?![\\d/])",
                            m -> m.group(1) + " out of " + m.group(2)));

    static final List<Rewriting> AMOUNTS =
            List.of(
                    Rewriting.of(
                            "(?<![\\p{L}\\d])(\\d{1,2})['’′] ?(\\d{1,2})(?:[\"”″]|'')?(?![\\d\\p{L}])",
                            m -> m.group(1) + " foot " + m.group(2)),
                    Rewriting.of(
                            "(?<![\\p{L}\\d])(\\d{1,3})′|(?<![\\p{L}\\d'’])(\\d{1,3})['’](?= (?:tall|high|long|wide|deep)\\b)",
                            m -> counted(first(m), new Unit("foot", "feet"))),
                    Rewriting.of(
                            "(?<![\\p{L}\\d])"
                                    + AMOUNT
                                    + "(?:″|\"(?= (?:tall|high|long|wide|deep|thick|screen|pipe)\\b))",
                            m -> counted(m.group(1), new Unit("inch", "inches"))),
                    Rewriting.of("(?<=\\d) ?[-–—] ?(?=\\d)(?<!\\p{L}\\d{1,9}[-–—])", " to "),
                    Rewriting.of("(?<=\\d) ?[x×] ?(?=\\d)", " by "),
                    Rewriting.of("(?<=\\d)[x×](?![\\p{L}\\d])", " times"),
                    Rewriting.of(
                            "(?<![\\p{L}\\d])([-−])?" + AMOUNT + " ?%",
                            m -> sign(m) + Figures.number(m.group(2)) + " percent"),
                    Rewriting.of(
                            "(?<![\\p{L}\\d])([-−])?" + AMOUNT + " ?(?:°|º|degrees?) ?([FC])\\b",
                            m -> sign(m) + degrees(m.group(2)) + scale(m.group(3))),
                    Rewriting.of(
                            "(?<![\\p{L}\\d])([-−])?" + AMOUNT + " ?°",
                            m -> sign(m) + degrees(m.group(2))),
                    Rewriting.of(
                            "(?<![\\p{L}\\d])"
                                    + AMOUNT
                                    + "[ -]?(km/h|kph|mph|m/s|mpg|sq ft|km|cm|mm|mi"
                                    + "|ft|yds?|lbs?|oz|kg|mg|ml|gal|tbsp|tsp|kHz|MHz|GHz|Hz|kWh|kW"
                                    + "|GB|MB|TB|dB|rpm|hrs?|mins?|secs?|ms|yrs?|m|g)\\b(?!['’])(?:\\.(?= \\p{Ll}))?",
                            m ->
                                    counted(
                                            m.group(1),
                                            UNITS.getOrDefault(m.group(2), new Unit(m.group(2))))),
                    Rewriting.of(
                            "(?<![\\p{L}\\d])" + AMOUNT + "[kK]\\b",
                            m -> Figures.number(m.group(1)) + " thousand"),
                    Rewriting.of(
                            "(?<![\\p{L}\\d])" + AMOUNT + "(?:M|mn)\\b",
                            m -> Figures.number(m.group(1)) + " million"),
                    Rewriting.of(
                            "(?<![\\p{L}\\d])" + AMOUNT + "bn\\b",
                            m -> Figures.number(m.group(1)) + " billion"));

    private Measures() {}

    private static String sign(MatchResult match) {
        return match.group(1) == null ? "" : "minus ";
    }

    private static String first(MatchResult match) {
        return Optional.ofNullable(match.group(1)).orElseGet(() -> match.group(2));
    }

    private static String degrees(String digits) {
        return counted(digits, new Unit("degree"));
    }

    private static String scale(String letter) {
        return "F".equals(letter) ? " Fahrenheit" : " Celsius";
    }

    private static String counted(String digits, Unit unit) {
        return Figures.number(digits) + " " + ("1".equals(digits) ? unit.one() : unit.many());
    }

    /// Behind a whole number: one and a half, but two and three quarters.
    private static String mixed(String written) {
        String said = fraction(written);
        return said.startsWith("one ") ? "a " + said.substring(4) : said;
    }

    private static String fraction(String written) {
        String[] parts = written.split("/", -1);
        long above = Long.parseLong(parts[0]);
        return "%s %s".formatted(Numbers.words(above), below(Long.parseLong(parts[1]), above > 1));
    }

    private static String below(long number, boolean many) {
        String one =
                switch ((int) number) {
                    case 2 -> "half";
                    case 4 -> "quarter";
                    default -> Numbers.ordinal(number);
                };
        return many ? one + "s" : one;
    }
}
