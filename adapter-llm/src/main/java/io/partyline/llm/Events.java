package io.partyline.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the lines of an answer together to events, by the rules of server-sent events: comments,
/// unknown fields, data of several lines. And more loosely than these: a line that is a whole
/// object by itself counts, with or without a field's name in front and a blank line behind, so
/// that the same rules read objects a line each. For one thread.
final class Events {
    /// One event.
    ///
    /// @param name `message` if it has none
    record Told(String name, String data) {
        static final String DONE = "[DONE]";

        /// What it holds; empty if that is no JSON object.
        Optional<JsonNode> json() {
            return object(data);
        }
    }

    /// Lines of data in one event; more are not what a model sends.
    private static final int MOST_LINES = 200;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIELD =
            Pattern.compile("(?s)(?<name>[\\w-]+)(?:: ?(?<value>.*))?");
    private static final String UNNAMED = "message";

    private final StringBuilder data = new StringBuilder();
    private int lines;
    private boolean bare;
    private boolean begun;
    private String name = UNNAMED;

    /// The name that was known when the data came: a later one may belong to the next event.
    private String dataName = UNNAMED;

    /// The answer is not what any dialect looks like.
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /// Takes the next line.
    ///
    /// @return the events that are whole now
    List<Told> add(String line) throws MalformedException {
        if (bare || (lines == 0 && line.stripLeading().startsWith("{"))) {
            return bare(line);
        }
        if (line.isEmpty()) {
            return blank();
        }
        if (line.startsWith(":")) {
            begun = true;
            return List.of();
        }
        Matcher field = FIELD.matcher(line);
        if (field.matches()) {
            begun = true;
            String value = field.group("value");
            return field(field.group("name"), value == null ? "" : value);
        }
        if (!begun && !line.isBlank()) {
            throw new MalformedException();
        }
        return List.of();
    }

    private List<Told> field(String field, String value) throws MalformedException {
        return switch (field) {
            case "data" -> data(value);
            case "event" -> {
                name = value.strip();
                yield List.of();
            }
            default -> List.of();
        };
    }

    private List<Told> data(String value) throws MalformedException {
        List<Told> whole = List.of();
        if (lines > 0 && isWhole()) {
            whole = List.of(new Told(dataName, data.toString()));
            clear();
        }
        if (lines > 0) {
            data.append('\n');
        }
        append(value);
        dataName = name;
        return whole;
    }

    private List<Told> bare(String line) throws MalformedException {
        bare = true;
        begun = true;
        append(line + "\n");
        if (!isWhole()) {
            return List.of();
        }
        var told = new Told(name, data.toString());
        clear();
        name = UNNAMED;
        return List.of(told);
    }

    private void append(String value) throws MalformedException {
        lines++;
        if (lines > MOST_LINES) {
            throw new MalformedException();
        }
        data.append(value);
    }

    private List<Told> blank() {
        List<Told> told =
                data.toString().isBlank() ? List.of() : List.of(new Told(name, data.toString()));
        clear();
        name = UNNAMED;
        return told;
    }

    /// The body is over. An event that is not whole is given up, as the standard has it.
    List<Told> end() {
        var told = new ArrayList<Told>();
        if (lines > 0 && isWhole()) {
            told.add(new Told(name, data.toString()));
        }
        clear();
        return told;
    }

    private void clear() {
        data.setLength(0);
        lines = 0;
        bare = false;
        dataName = UNNAMED;
    }

    private boolean isWhole() {
        String text = data.toString().strip();
        return text.equals(Told.DONE) || (text.endsWith("}") && object(text).isPresent());
    }

    static Optional<JsonNode> object(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            return Optional.ofNullable(tree).filter(JsonNode::isObject);
        } catch (JsonProcessingException _) {
            // Not passed on: its message holds the answer, which is nobody's business in a log.
            return Optional.empty();
        }
    }
}
