package io.partyline.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partyline.events.EventJson;
import io.partyline.port.Journal;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.PhoneNumbers;
import io.partyline.show.ShowEvent;
import java.util.List;
import java.util.Set;

/// Every event of a show as JSON, for other programs, without what belongs to the callers alone,
/// and without what the host said to an AI caller in private.
final class EventLog {
    private static final Set<String> PRIVATE = Set.of("number", "fingerprint", "banned");
    private static final List<String> TEXTS =
            List.of(
                    "text",
                    "name",
                    "why",
                    "problem",
                    "topic",
                    "background",
                    "what",
                    "notes",
                    "note",
                    "point",
                    "place",
                    "mood",
                    "summary",
                    "gist");

    private EventLog() {}

    static String json(ShowFile show) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("show", show.show().id().value());
        ArrayNode events = all.putArray("events");
        show.entries().forEach(entry -> add(entry, events));
        return Json.text(all);
    }

    private static void add(Journal.Entry entry, ArrayNode events) {
        ObjectNode event = events.addObject().put("seq", entry.seq());
        ObjectNode told = EventJson.tree(entry.event());
        if (isPrivate(entry.event())) {
            told.remove("text");
        }
        hide(told);
        event.setAll(told);
    }

    /// What was written to one reader, and is nobody else's.
    private static boolean isPrivate(Event event) {
        return event instanceof FloorEvent.CueGiven || event instanceof ShowEvent.NoteWritten;
    }

    private static void hide(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(PRIVATE);
            for (String text : TEXTS) {
                if (object.path(text).isTextual()) {
                    object.put(text, PhoneNumbers.hidden(object.path(text).textValue()));
                }
            }
        }
        node.forEach(EventLog::hide);
    }
}
