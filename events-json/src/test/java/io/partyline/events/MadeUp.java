package io.partyline.events;

import io.partyline.show.ShowRules;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Makes up values of any type that events are made of.
final class MadeUp {
    private MadeUp() {}

    static Object value(Class<?> type, Type generic, Random random) {
        if (type == ShowRules.class) {
            return ShowRules.DEFAULT;
        }
        if (type.isSealed()) {
            Class<?>[] kinds = EventJson.records(type).toArray(Class<?>[]::new);
            Class<?> kind = kinds[random.nextInt(kinds.length)];
            return value(kind, kind, random);
        }
        if (type.isRecord()) {
            return record(type, random);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        return simple(type, generic, random);
    }

    private static Object simple(Class<?> type, Type generic, Random random) {
        if (type == String.class) {
            return "text \"ñ\" " + random.nextInt(1_000);
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        }
        if (type == Duration.class) {
            return Duration.ofMillis(random.nextInt(100_000));
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class) {
            return 1 + random.nextInt(9);
        }
        if (type == double.class) {
            return random.nextDouble();
        }
        if (type == long.class || type == Long.class) {
            return random.nextLong();
        }
        Class<?> inner = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
        Object value = value(inner, inner, random);
        if (type == List.class) {
            return List.of(value);
        }
        return type == Optional.class
                ? random.nextBoolean() ? Optional.of(value) : Optional.empty()
                : Set.of(value);
    }

    private static Object record(Class<?> type, Random random) {
        RecordComponent[] parts = type.getRecordComponents();
        Object[] values =
                Arrays.stream(parts)
                        .map(part ->
                                switch (part.getName()) {
                                    case "lastFour" -> "0101";
                                    case "count" -> 1L + random.nextInt(1_000);
                                    default -> value(part.getType(), part.getGenericType(), random);
                                })
                        .toArray();
        Class<?>[] types =
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make up a " + type.getSimpleName(), e);
        }
    }
}
