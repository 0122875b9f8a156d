package io.partyline.events;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.partyline.port.JournalException;
import io.partyline.show.CallEvent;
import io.partyline.show.Caller;
import io.partyline.show.Event;
import io.partyline.show.Highlight;
import io.partyline.show.Speaker;
import io.partyline.show.Summary;
import io.partyline.show.Turn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Events as JSON, in the one form in which every store keeps them and in which the event log of a
/// show is exported. It names every type, so that it can be read back.
///
/// The types are found in the sealed hierarchies of core, which knows nothing of JSON. Safe for use
/// by many threads at once.
public final class EventJson {
    private static final JsonMapper JSON = mapper();

    /// Says which of a sealed family an object is.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Named {}

    /// What events did not have at first. In one of that time it is left out, so that the event is
    /// told as it always was.
    interface AddedLater {
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Long> atSample();
    }

    /// The same, of a turn.
    interface TurnAddedLater {
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Turn.Prompted> prompted();
    }

    /// The same, of a summary.
    interface SummaryAddedLater {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String mood();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Highlight> highlights();
    }

    private EventJson() {}

    /// The event in one line.
    public static String write(Event event) {
        try {
            return JSON.writerFor(Event.class).writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new JournalException("An event could not be put into words.", e);
        }
    }

    /// The event as a tree, to be changed before it is shown to others.
    public static ObjectNode tree(Event event) {
        try {
            return (ObjectNode) JSON.readTree(write(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we have written cannot be read", e);
        }
    }

    /// The event that was written.
    ///
    /// @param seq the event's number, for the sentence if it cannot be read
    /// @throws JournalException if it is damaged, or of a kind that came later
    public static Event read(long seq, String json) {
        try {
            return present(JSON.readValue(json, Event.class));
        } catch (InvalidTypeIdException e) {
            throw new JournalException(
                    "Event %d of the journal is of a kind that this Partyline does not know. A newer one may have written it."
                            .formatted(seq),
                    e);
        } catch (JsonProcessingException e) {
            throw new JournalException(
                    "Event %d of the journal is damaged and cannot be read.".formatted(seq), e);
        }
    }

    /// The word `null` is JSON too.
    private static Event present(@Nullable Event read) throws JsonProcessingException {
        if (read == null) {
            throw new JsonParseException(null, "there is nothing in it");
        }
        return read;
    }

    private static JsonMapper mapper() {
        var builder =
                JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .addModule(new Jdk8Module())
                        .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                        .enable(
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        builder.addMixIn(CallEvent.CallAired.class, AddedLater.class);
        builder.addMixIn(CallEvent.CallEnded.class, AddedLater.class);
        builder.addMixIn(CallEvent.CallHeld.class, AddedLater.class);
        builder.addMixIn(CallEvent.LegLost.class, AddedLater.class);
        builder.addMixIn(Turn.class, TurnAddedLater.class);
        builder.addMixIn(Summary.class, SummaryAddedLater.class);
        for (Class<?> family : List.of(Event.class, Caller.class, Speaker.class)) {
            builder.addMixIn(family, Named.class);
            records(family)
                    .forEach(type ->
                            builder.registerSubtypes(new NamedType(type, type.getSimpleName())));
        }
        return builder.build();
    }

    /// All records of a sealed family.
    static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventJson::records)
                : Stream.of(type);
    }
}
