package io.partyline.show;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Writes other words into an event, wherever there are words in it: its type, its instants and its
/// ids stay. Events are found out by their components, so that one which is added later cannot be
/// overlooked.
///
/// @param words what becomes of a text
/// @param number what becomes of a caller's number
record Rewording(UnaryOperator<String> words, UnaryOperator<CallerNumber> number) {
    private static final Set<Class<?>> IDS =
            Set.of(CallId.class, ShowId.class, TurnId.class, PersonaKey.class);

    Event of(Event event) {
        return (Event) record((Record) event);
    }

    private Object value(Object value) {
        return switch (value) {
            case String text -> words.apply(text);
            case CallerNumber known -> number.apply(known);
            case Optional<?> maybe -> maybe.map(this::value);
            case List<?> list -> list.stream().map(this::value).toList();
            case Set<?> set -> set.stream().map(this::value).collect(Collectors.toSet());
            case Record whole -> IDS.contains(whole.getClass()) ? whole : record(whole);
            default -> value;
        };
    }

    private Record record(Record whole) {
        RecordComponent[] parts = Objects.requireNonNull(whole.getClass().getRecordComponents());
        Object[] values = Arrays.stream(parts).map(part -> value(read(part, whole))).toArray();
        Class<?>[] types =
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor =
                    whole.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record without its constructor", e);
        }
    }

    private static Object read(RecordComponent part, Record of) {
        try {
            return Objects.requireNonNull(part.getAccessor().invoke(of));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that cannot be read", e);
        }
    }
}
