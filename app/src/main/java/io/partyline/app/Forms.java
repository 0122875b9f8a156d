package io.partyline.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What files of the host's own are read into.
final class Forms {
    private Forms() {}

    /// The first document of a file; empty if there is none.
    static <T> Optional<T> read(YAMLMapper yaml, Class<T> form, InputStream file)
            throws IOException {
        try (MappingIterator<T> documents = yaml.readerFor(form).readValues(file)) {
            return documents.hasNextValue()
                    ? Optional.ofNullable(documents.nextValue())
                    : Optional.empty();
        }
    }

    /// A field that has to be there.
    ///
    /// @throws IllegalArgumentException with a sentence, if it is not
    static String need(@Nullable String value, String otherwise) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(otherwise);
        }
        return value;
    }

    /// Why a file cannot be read, with the line.
    ///
    /// @param file what the file is, and where
    static SettingException refused(String file, JsonProcessingException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return new SettingException("%s, line %d: %s".formatted(file, line, why(e)));
    }

    private static String why(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    "there is nothing called \"%s\" here.".formatted(unknown.getPropertyName());
            case MismatchedInputException _ -> "something else is expected here.";
            default -> e.getOriginalMessage();
        };
    }
}
