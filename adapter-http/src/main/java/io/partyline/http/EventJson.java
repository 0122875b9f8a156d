package io.partyline.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partyline.port.Journal;
import io.partyline.show.Event;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Events as the dashboard reads them: the fields of the record, after its number and its type.
final class EventJson {
    private static final Pattern WORD_START = Pattern.compile("(?<!^)(?=[A-Z])");

    private EventJson() {}

    /// The type of every event there is, such as `call-rang`.
    static List<String> types() {
        return records(Event.class).map(EventJson::type).sorted().toList();
    }

    static String type(Event event) {
        return type(event.getClass());
    }

    static ObjectNode of(Journal.Entry entry) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("seq", entry.seq()).put("type", type(entry.event()));
        json.setAll(Json.MAPPER.<ObjectNode>valueToTree(entry.event()));
        return json;
    }

    private static String type(Class<?> event) {
        return WORD_START.matcher(event.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /// The records at the leaves of a sealed family.
    static Stream<Class<?>> records(Class<?> family) {
        return family.isSealed()
                ? Stream.of(Objects.requireNonNull(family.getPermittedSubclasses()))
                        .flatMap(EventJson::records)
                : Stream.of(family);
    }
}
