package io.partyline.cast;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What an answer has to be filled into: a flat set of named fields, all of them needed.
///
/// Flat and small on purpose, since that is what every provider's way of holding a model to a form
/// understands, and what a model without one still gets right.
///
/// @param fields in the order in which the model is to think of them
public record Form(List<Field> fields) {
    public Form {
        fields = List.copyOf(fields);
        long names = fields.stream().map(Field::name).distinct().count();
        if (fields.isEmpty() || names < fields.size()) {
            throw new IllegalArgumentException("a form needs fields, and each its own name");
        }
    }

    /// What a field can hold.
    public enum Kind {
        STRING,
        NUMBER,
        BOOLEAN
    }

    /// One field.
    ///
    /// @param name of small letters and underscores
    /// @param choices what a text may be; anything if there are none
    public record Field(String name, Kind kind, List<String> choices) {
        public Field {
            if (!name.matches("[a-z_]{1,40}")) {
                throw new IllegalArgumentException("a field's name has small letters only");
            }
            choices = List.copyOf(choices);
        }

        private String schema() {
            String type = "{\"type\":\"%s\"".formatted(kind.name().toLowerCase(Locale.ROOT));
            return choices.isEmpty()
                    ? type + "}"
                    : choices.stream()
                            .map(Json::quoted)
                            .collect(Collectors.joining(",", type + ",\"enum\":[", "]}"));
        }
    }

    /// A form of these fields.
    public static Form of(Field... fields) {
        return new Form(List.of(fields));
    }

    /// A field for any text.
    public static Field text(String name) {
        return new Field(name, Kind.STRING, List.of());
    }

    /// A field for one of these words.
    public static Field oneOf(String name, List<String> choices) {
        return new Field(name, Kind.STRING, choices);
    }

    /// A field for a number.
    public static Field number(String name) {
        return new Field(name, Kind.NUMBER, List.of());
    }

    /// A field for yes or no.
    public static Field truth(String name) {
        return new Field(name, Kind.BOOLEAN, List.of());
    }

    /// The form as a JSON schema, strict: every field is needed, and there are no others.
    public String schema() {
        String properties =
                fields.stream()
                        .map(field -> Json.quoted(field.name()) + ":" + field.schema())
                        .collect(Collectors.joining(","));
        String required =
                fields.stream().map(Field::name).map(Json::quoted).collect(Collectors.joining(","));
        return "{\"type\":\"object\",\"properties\":{%s},\"required\":[%s],\"additionalProperties\":false}"
                .formatted(properties, required);
    }
}
