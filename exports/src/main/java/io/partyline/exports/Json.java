package io.partyline.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// JSON for people and other programs.
final class Json {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /// @param value records, lists, texts and numbers
    static String text(Object value) {
        try {
            // Its line ends are the system's, and a file must be the same everywhere.
            return JSON.writeValueAsString(value).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text could not be written as JSON", e);
        }
    }
}
