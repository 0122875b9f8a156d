package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.JournalException;
import io.partyline.show.Event;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {
    static Stream<Class<?>> everyEvent() {
        return EventJson.records(Event.class);
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyEventComesBackAsItWas(Class<?> type) {
        var random = new Random(type.getName().hashCode());
        for (int i = 0; i < 20; i++) {
            Event event = (Event) MadeUp.value(type, type, random);
            assertThat(EventJson.read(1, EventJson.write(event))).isEqualTo(event);
        }
    }

    @Test
    void anEventThatCannotBeReadIsNamedByItsNumber() {
        assertThatThrownBy(() -> EventJson.read(42, "{\"type\":\"Nonsense\"}"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("42");
    }
}
