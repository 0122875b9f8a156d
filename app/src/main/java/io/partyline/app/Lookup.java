package io.partyline.app;

import io.partyline.http.Setup.From;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Settings by name, from several places, the stronger one winning.
///
/// A name is known by its letters: `PARTYLINE_PHONE_PORT` in the environment, `phone.port` in a
/// YAML file and `--phone-port` on the command line are the same setting.
final class Lookup {
    /// What stands in one place.
    record Place(From from, Map<String, String> values) {}

    private record Value(From from, String text) {}

    private static final String PREFIX = "partyline";
    private final List<Place> places;
    private final Map<String, Value> values = new LinkedHashMap<>();

    /// From the environment alone.
    Lookup(Map<String, String> environment) {
        this(List.of(new Place(From.ENVIRONMENT, environment)));
    }

    /// @param places from the weakest to the strongest
    Lookup(List<Place> places) {
        this.places = List.copyOf(places);
        for (Place place : places) {
            place.values()
                    .forEach((name, text) -> values.put(key(name), new Value(place.from(), text)));
        }
    }

    /// The same with one more place, stronger than all others.
    Lookup with(Place strongest) {
        return new Lookup(Stream.concat(places.stream(), Stream.of(strongest)).toList());
    }

    /// The value, if somebody gave one that is not blank.
    Optional<String> find(String name) {
        return given(name).map(value -> value.text().strip());
    }

    /// Where the value came from.
    From from(String name) {
        return given(name).map(Value::from).orElse(From.DEFAULT);
    }

    private Optional<Value> given(String name) {
        return Optional.ofNullable(values.get(key(name))).filter(value -> !value.text().isBlank());
    }

    String text(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    int number(String name, int otherwise, int least, int most) {
        return find(name).map(value -> number(name, value, least, most)).orElse(otherwise);
    }

    private static int number(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Falls through to the sentence below, which is the same for both mistakes.
        }
        throw wrong(name, value, "a whole number from %d to %d".formatted(least, most));
    }

    boolean flag(String name, boolean otherwise) {
        return switch (text(name, Boolean.toString(otherwise)).toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            case String value -> throw wrong(name, value, "true or false");
        };
    }

    /// One of a few words.
    String choice(String name, String otherwise, List<String> choices) {
        String value = text(name, otherwise).toLowerCase(Locale.ROOT);
        if (!choices.contains(value)) {
            throw wrong(name, value, "one of " + String.join(", ", choices));
        }
        return value;
    }

    Duration duration(String name, Duration otherwise) {
        return find(name)
                .map(value ->
                        Durations.parse(value)
                                .orElseThrow(
                                        () -> wrong(name, value, "a time such as 10s or 500ms")))
                .orElse(otherwise);
    }

    static SettingException wrong(String name, String value, String right) {
        return new SettingException(
                "%s is \"%s\", but should be %s.".formatted(name, value, right));
    }

    /// The letters and digits of a name, without the program's own name in front.
    static String key(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return letters.startsWith(PREFIX) ? letters.substring(PREFIX.length()) : letters;
    }
}
