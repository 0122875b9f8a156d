package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partyline.port.EventFeed;
import io.partyline.port.Journal;
import io.partyline.show.CallEvent;
import io.partyline.show.CallerNumber;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Speaker;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeedJsonTest {
    private static final String PRINT = "keyed-fingerprint";
    private static final Instant AT = Instant.parse("2026-01-02T20:00:00Z");

    private static EventFeed.Told told(long seq, Event event) {
        return new EventFeed.Told(new ShowId("show-1"), new Journal.Entry(seq, event));
    }

    private static Stream<Class<?>> records() {
        return FeedJson.records(Event.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyEventHasItsFormAndTellsNoSecret(Class<?> type) throws ReflectiveOperationException {
        var event = (Event) Sample.of(type);
        ObjectNode json = FeedJson.of(told(7, event));
        assertThat(json.path("seq").asLong()).isEqualTo(7);
        assertThat(json.path("show_id").asText()).isEqualTo("show-1");
        assertThat(json.path("type").asText()).matches("[a-z]+(-[a-z]+)*");
        assertThat(json.path("at").asText()).isEqualTo("2026-01-02T20:00:00Z");
        assertThat(json.toString()).doesNotContain(PRINT).doesNotContain("fingerprint");
        assertThat(json.properties())
                .allSatisfy(field -> assertThat(field.getKey()).matches("[a-z_]+"));
        boolean number =
                Stream.of(type.getRecordComponents())
                        .anyMatch(part -> part.getType() == CallerNumber.class);
        assertThat(json.has("phone")).isEqualTo(number);
        assertThat(json.has("call")).isFalse();
    }

    @Test
    void thereIsATypeForEachEvent() {
        assertThat(FeedJson.types())
                .hasSize((int) records().count())
                .doesNotHaveDuplicates()
                .contains("call-rang", "ai-mode-set", "show-opened");
    }

    @Test
    void anEventLooksAsTheDashboardExpectsIt() {
        var rang = new CallEvent.CallRang(ScriptedRoom.sid(1), new CallerNumber("0101", PRINT), AT);
        assertThat(FeedJson.of(told(3, rang)).toString())
                .isEqualTo(
                        """
                        {"seq":3,"show_id":"show-1","type":"call-rang",\
                        "call_sid":"CA00000000000000000000000000000001","phone":"••• 0101","at":"2026-01-02T20:00:00Z"}\
                        """);
        var said =
                new FloorEvent.UtteranceSpoken(
                        new Speaker.RealCaller(ScriptedRoom.sid(1), "Dave"), "Hi", 48_000, AT, AT);
        assertThat(FeedJson.of(told(4, said)).path("speaker").toString())
                .isEqualTo(
                        """
                        {"role":"real_caller:Dave","name":"Dave",\
                        "call_sid":"CA00000000000000000000000000000001"}\
                        """);
    }

    @Test
    void everyTypeIsDescribedInTheReference() throws IOException {
        String reference = Files.readString(Path.of("../docs/reference/events.md"));
        assertThat(EventStream.types())
                .allSatisfy(type -> assertThat(reference).contains("| `" + type + "` |"));
    }

    /// Makes a value of any type that an event may hold.
    private static final class Sample {
        static Object of(Type type) throws ReflectiveOperationException {
            if (type instanceof ParameterizedType generic) {
                Object inside = of(generic.getActualTypeArguments()[0]);
                if (generic.getRawType() == List.class) {
                    return List.of(inside);
                }
                return generic.getRawType() == Set.class ? Set.of(inside) : Optional.of(inside);
            }
            return simple((Class<?>) type);
        }

        private static Object simple(Class<?> type) throws ReflectiveOperationException {
            if (type == String.class) {
                return PRINT.substring(0, 5);
            }
            if (type == Instant.class) {
                return AT;
            }
            if (type == ShowRules.class) {
                return ShowRules.DEFAULT;
            }
            if (type == CallerNumber.class) {
                return new CallerNumber("0101", PRINT);
            }
            return number(type);
        }

        private static Object number(Class<?> type) throws ReflectiveOperationException {
            if (type == long.class) {
                return 5L;
            }
            if (type == int.class) {
                return 5;
            }
            if (type == double.class) {
                return 0.5;
            }
            if (type == boolean.class || type == Boolean.class) {
                return true;
            }
            if (type == Duration.class) {
                return Duration.ofSeconds(5);
            }
            if (type == Long.class) {
                return 5L;
            }
            return whole(type);
        }

        private static Object whole(Class<?> type) throws ReflectiveOperationException {
            if (type.isEnum()) {
                return type.getEnumConstants()[0];
            }
            if (type.isSealed()) {
                return of(type.getPermittedSubclasses()[0]);
            }
            RecordComponent[] parts = type.getRecordComponents();
            var types = new Class<?>[parts.length];
            var values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                types[i] = parts[i].getType();
                values[i] = part(parts[i]);
            }
            return type.getDeclaredConstructor(types).newInstance(values);
        }

        /// Whatever is named as a secret holds one.
        private static Object part(RecordComponent part) throws ReflectiveOperationException {
            return switch (part.getName()) {
                case "fingerprint" -> PRINT;
                case "banned" -> Set.of(PRINT);
                default -> of(part.getGenericType());
            };
        }
    }
}
