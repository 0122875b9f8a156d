package io.partyline.cast;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A model's answer to a [Form], read with an open mind: talk and fences around it, a comma too
/// many and a missing end do not matter. What it says is a stranger's word all the same, and is
/// asked for field by field, each with a limit.
///
/// @param values every plain value, as text
public record FilledForm(Map<String, String> values) {
    /// Longer answers are no filled form.
    private static final int LONGEST = 20_000;

    /// Objects that are tried before it is given up.
    private static final int MOST_TRIES = 50;

    public FilledForm {
        values = Map.copyOf(values);
    }

    /// The first object in the answer that holds a field of the form.
    public static Optional<FilledForm> read(String answer, Form form) {
        if (answer.length() > LONGEST) {
            return Optional.empty();
        }
        Set<String> names =
                form.fields().stream().map(Form.Field::name).collect(Collectors.toSet());
        int start = answer.indexOf('{');
        for (int tries = 0; start >= 0 && tries < MOST_TRIES; tries++) {
            Optional<FilledForm> filled =
                    Json.object(answer, start)
                            .filter(values -> values.keySet().stream().anyMatch(names::contains))
                            .map(FilledForm::new);
            if (filled.isPresent()) {
                return filled;
            }
            start = answer.indexOf('{', start + 1);
        }
        return Optional.empty();
    }

    /// A text on one line, if there is one and it is not too long.
    public Optional<String> text(String name, int longest) {
        return Optional.ofNullable(values.get(name))
                .map(value -> value.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
                .filter(value -> !value.isEmpty() && value.length() <= longest);
    }

    /// A number, if it is one.
    public Optional<Double> number(String name) {
        return text(name, 30)
                .filter(value -> value.matches("[-+]?\\d{1,15}(\\.\\d{1,15})?"))
                .map(Double::valueOf);
    }

    /// Yes or no, in the words that models have for it.
    public Optional<Boolean> truth(String name) {
        return text(name, 10)
                .flatMap(value ->
                        switch (value.toLowerCase(Locale.ROOT)) {
                            case "true", "yes", "1" -> Optional.of(true);
                            case "false", "no", "0" -> Optional.of(false);
                            default -> Optional.empty();
                        });
    }
}
