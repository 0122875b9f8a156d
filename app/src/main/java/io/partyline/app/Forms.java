package io.partyline.app;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What files of the host's own are read into. Whatever is wrong with one is said with the file,
/// the line and the field, in words of the host and not of a library.
final class Forms {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// The library's own way names the line where it has read on to.
    private static final DeserializationProblemHandler UNKNOWN =
            new DeserializationProblemHandler() {
                @Override
                public boolean handleUnknownProperty(
                        DeserializationContext context,
                        JsonParser parser,
                        JsonDeserializer<?> reader,
                        Object form,
                        String name)
                        throws UnrecognizedPropertyException {
                    throw new UnrecognizedPropertyException(
                            parser,
                            name,
                            parser.currentTokenLocation(),
                            reader.handledType(),
                            name,
                            reader.getKnownPropertyNames());
                }
            };

    private Forms() {}

    /// The first document of a file; empty if there is none.
    ///
    /// @param what what the file is, and where
    /// @throws SettingException if the file is not of that form
    static <T> Optional<T> read(YAMLMapper yaml, Class<T> form, String what, InputStream file)
            throws IOException {
        String text = text(what, file.readAllBytes());
        try (MappingIterator<T> documents =
                yaml.readerFor(form).withHandler(UNKNOWN).readValues(text)) {
            return documents.hasNextValue()
                    ? Optional.ofNullable(documents.nextValue())
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new SettingException("%s, line %d: %s".formatted(what, line, why(e)));
        }
    }

    private static String text(String what, byte[] bytes) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(left).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw new SettingException(
                    "%s, line %d: this is not UTF-8 text. Save the file as UTF-8."
                            .formatted(what, line(bytes, left.position())));
        }
    }

    private static long line(byte[] bytes, int upTo) {
        return 1 + IntStream.range(0, upTo).filter(i -> bytes[i] == '\n').count();
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

    /// A list that may be left out; its entries may not.
    ///
    /// @throws IllegalArgumentException with a sentence, if one of them is empty
    static List<String> texts(@Nullable List<@Nullable String> texts, String otherwise) {
        return texts == null
                ? List.of()
                : texts.stream().map(text -> need(text, otherwise)).toList();
    }

    /// Each entry of a list, with what to call it: "caller 2".
    static <F, T> List<T> each(
            List<@Nullable F> list, String word, BiFunction<@Nullable F, String, T> read) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> read.apply(list.get(i), word + " " + (i + 1)))
                .toList();
    }

    private static String why(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    "there is nothing called \"%s\" here; there is %s."
                            .formatted(
                                    unknown.getPropertyName(),
                                    known(unknown.getKnownPropertyIds()));
            case MismatchedInputException other ->
                    place(other.getPath()) + kind(other.getTargetType()) + " is expected here.";
            default ->
                    "this is not YAML as it should be. Often a quote, a bracket or a space is"
                            + " missing, here or above.";
        };
    }

    private static String known(@Nullable Collection<Object> names) {
        return names == null
                ? "nothing"
                : names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    /// Where in the file, as in "personas, number 2, topics: ".
    private static String place(List<Reference> path) {
        String place =
                path.stream()
                        .map(step ->
                                step.getFieldName() == null
                                        ? "number " + (step.getIndex() + 1)
                                        : step.getFieldName())
                        .collect(Collectors.joining(", "));
        return place.isEmpty() ? "" : place + ": ";
    }

    private static String kind(@Nullable Class<?> target) {
        if (target == null || target == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(target) ? "a list" : "a group of named fields";
    }
}
