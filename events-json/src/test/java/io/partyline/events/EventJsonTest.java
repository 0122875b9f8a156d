package io.partyline.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.JournalException;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.EndedBy;
import io.partyline.show.Event;
import io.partyline.show.Summary;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// What was damaged is said with its number, and nothing half-read gets into a show.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"LinesSet\"",
                "{",
                "{\"type\":\"LinesSet\",\"open\":true",
                "{\"type\":\"LinesSet\",\"open\":true,\"at\":\"2026-01-02T20:00:00Z\"} and more",
                "{\"type\":\"LinesSet\",\"open\":true}",
                "{\"type\":\"LinesSet\",\"at\":\"2026-01-02T20:00:00Z\"}",
                "{\"type\":\"LinesSet\",\"open\":null,\"at\":\"2026-01-02T20:00:00Z\"}",
                "{\"type\":\"LinesSet\",\"open\":true,\"at\":\"yesterday\"}",
                "{\"type\":\"LinesSet\",\"open\":true,\"at\":\"2026-01-02T20:00:00Z\",\"more\":1}"
            })
    void aDamagedEventIsNamedByItsNumber(String json) {
        assertThatThrownBy(() -> EventJson.read(42, json))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("Event 42 of the journal ")
                .hasMessageEndingWith(".");
    }

    @Test
    void anOldJournalSaysNotWhereInTheShowACallCameOnAndEnded() {
        Instant at = Instant.parse("2026-01-02T20:00:00Z");
        var call = new CallId("call-dave");
        String aired = EventJson.write(new CallEvent.CallAired(call, Optional.of(960L), at));
        String ended =
                EventJson.write(
                        new CallEvent.CallEnded(call, EndedBy.HOST, Optional.of(1_920L), at));
        assertThat(EventJson.read(1, aired.replace("\"atSample\":960,", "")))
                .isEqualTo(new CallEvent.CallAired(call, Optional.empty(), at));
        assertThat(EventJson.read(2, ended.replace("\"atSample\":1920,", "")))
                .isEqualTo(new CallEvent.CallEnded(call, EndedBy.HOST, Optional.empty(), at));
    }

    @Test
    void anOldJournalSaysNotHowTheCallerWas() {
        String json =
                "{\"type\":\"SummaryWritten\",\"call\":{\"value\":\"call-dave\"},\"summary\":{\"text\":\"A"
                        + " story.\",\"topic\":\"boats\",\"source\":\"MODEL\"},\"at\":\"2026-01-02T20:00:00Z\"}";
        Event event =
                new CallEvent.SummaryWritten(
                        new CallId("call-dave"),
                        new Summary("A story.", "boats", Summary.Source.MODEL),
                        Instant.parse("2026-01-02T20:00:00Z"));
        assertThat(EventJson.read(1, json)).isEqualTo(event);
        assertThat(EventJson.write(event)).isEqualTo(json);
    }

    @Test
    void anEventOfALaterPartylineIsCalledThat() {
        assertThatThrownBy(() -> EventJson.read(42, "{\"type\":\"CallSentToMars\"}"))
                .isInstanceOf(JournalException.class)
                .hasMessage(
                        "Event 42 of the journal is of a kind that this Partyline does not know. A"
                                + " newer one may have written it.");
    }

    @Test
    void anyCutThroughAnEventIsNoticed() {
        var random = new Random(1);
        everyEvent()
                .forEach(type -> {
                    String whole = EventJson.write((Event) MadeUp.value(type, type, random));
                    String cut = whole.substring(0, random.nextInt(whole.length()));
                    assertThatThrownBy(() -> EventJson.read(1, cut))
                            .isInstanceOf(JournalException.class);
                });
    }
}
