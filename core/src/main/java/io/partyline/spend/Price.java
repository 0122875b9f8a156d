package io.partyline.spend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the models of one name cost.
///
/// @param pattern a model's name, or provider and name with a slash between; `*` stands for
///   anything
/// @param millions dollars for a million of each unit
public record Price(String pattern, Map<Unit, BigDecimal> millions) {
    private static final BigDecimal MINUTES_IN_A_MILLION_SECONDS =
            BigDecimal.valueOf(1_000_000).divide(BigDecimal.valueOf(60), 12, RoundingMode.HALF_UP);
    private static final Pattern ENTRY =
            Pattern.compile(
                    "(?<name>[^=\\s]+)\\s*=\\s*\\$?(?<first>\\d{1,6}(\\.\\d{1,6})?)\\s*/\\s*"
                            + "(\\$?(?<second>\\d{1,6}(\\.\\d{1,6})?)|(?<unit>characters|minute))");

    public Price {
        millions = Map.copyOf(millions);
    }

    static Price tokens(String pattern, String input, String output) {
        return new Price(
                pattern,
                Map.of(
                        Unit.INPUT_TOKENS,
                        new BigDecimal(input),
                        Unit.OUTPUT_TOKENS,
                        new BigDecimal(output)));
    }

    static Price characters(String pattern, String million) {
        return new Price(pattern, Map.of(Unit.CHARACTERS, new BigDecimal(million)));
    }

    static Price minute(String pattern, String minute) {
        return new Price(
                pattern,
                Map.of(
                        Unit.SECONDS,
                        new BigDecimal(minute).multiply(MINUTES_IN_A_MILLION_SECONDS)));
    }

    /// One entry of a setting, see [Prices#overridden].
    static Optional<Price> parse(String entry) {
        var parts = ENTRY.matcher(entry.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group("name");
        String first = parts.group("first");
        return Optional.of(
                switch (parts.group("unit")) {
                    case null -> tokens(name, first, parts.group("second"));
                    case "minute" -> minute(name, first);
                    default -> characters(name, first);
                });
    }

    /// The price is the same wherever a model is to be had, so a shop's own shelf in front of the
    /// name does not matter.
    boolean fits(Usage usage) {
        String model = usage.model();
        return millions.containsKey(usage.unit())
                && List.of(
                                model,
                                usage.provider() + "/" + model,
                                model.substring(model.lastIndexOf('/') + 1))
                        .stream()
                        .anyMatch(this::matches);
    }

    private boolean matches(String name) {
        String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(name).matches();
    }

    Dollars of(Usage usage) {
        BigDecimal million = millions.getOrDefault(usage.unit(), BigDecimal.ZERO);
        BigDecimal nanos =
                million.multiply(BigDecimal.valueOf(usage.amount()))
                        .movePointRight(3)
                        .setScale(0, RoundingMode.HALF_UP);
        return new Dollars(nanos.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact());
    }
}
