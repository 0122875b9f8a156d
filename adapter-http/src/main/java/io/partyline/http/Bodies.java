package io.partyline.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads the bodies of requests, and says in words what is wrong with them.
final class Bodies {
    private Bodies() {}

    /// @param shape a record whose components are the fields
    /// @throws Problem if the body is anything else
    static <T> T read(byte[] body, Class<T> shape) {
        String text = text(body);
        try {
            JsonNode json = Json.MAPPER.readTree(text.isBlank() ? "{}" : text);
            if (!(json instanceof ObjectNode fields)) {
                throw new Problem(400, "The body must be a JSON object, in curly brackets.");
            }
            known(fields, shape);
            return Json.MAPPER.treeToValue(fields, shape);
        } catch (JacksonException wrong) {
            throw new Problem(400, sentence(wrong), wrong);
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException wrong) {
            throw new Problem(400, "The body is not UTF-8 text.", wrong);
        }
    }

    private static String sentence(JacksonException wrong) {
        return switch (wrong) {
            case StreamConstraintsException _ ->
                    "The body is nested too deeply, or a number is too long.";
            case StreamReadException broken ->
                    "The body is not valid JSON, at character %d."
                            .formatted(Math.max(1, broken.getLocation().getCharOffset()));
            case JsonMappingException kind -> kind(kind);
            default -> "The body cannot be read.";
        };
    }

    /// A misspelt field is named before those that are missing because of it.
    private static void known(ObjectNode fields, Class<?> shape) {
        List<String> known =
                Stream.of(shape.getRecordComponents())
                        .map(part -> Json.name(part.getName()))
                        .toList();
        fields.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name, known);
                });
    }

    private static Problem unknown(String name, List<String> known) {
        return new Problem(
                400,
                "The field \"%s\" is not known here; %s."
                        .formatted(
                                Texts.shortened(name),
                                known.isEmpty()
                                        ? "none is"
                                        : "known: " + String.join(", ", known)));
    }

    private static String kind(JsonMappingException wrong) {
        return wrong.getPath().isEmpty()
                ? "The body must be one JSON object."
                : "The field \"%s\" is missing or holds the wrong kind of value."
                        .formatted(wrong.getPath().getFirst().getFieldName());
    }
}
