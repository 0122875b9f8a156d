package io.partyline.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partyline.port.EventFeed;
import io.partyline.port.Journal;
import io.partyline.show.Event;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Events as the feed tells them to a dashboard: number, show, type and the fields of the record,
/// under the names of the API and without what is the callers' own. Nothing is read back from it;
/// the form in which events are kept is another.
final class FeedJson {
    private static final Pattern WORD_START = Pattern.compile("(?<!^)(?=[A-Z])");

    private FeedJson() {}

    /// The type of every event there is, such as `call-rang`.
    static List<String> types() {
        return records(Event.class).map(FeedJson::type).sorted().toList();
    }

    static String type(Event event) {
        return type(event.getClass());
    }

    static ObjectNode of(EventFeed.Told told) {
        Journal.Entry entry = told.entry();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("seq", entry.seq())
                .put("show_id", told.show().value())
                .put("type", type(entry.event()));
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
                        .flatMap(FeedJson::records)
                : Stream.of(family);
    }
}
