package io.partyline.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;

/// How one dialect is written and read. Pure: no question is asked here, and nothing is kept. Safe
/// for use by many threads.
interface Wire {
    /// Where questions go.
    ///
    /// @param base the address as the host gave it
    URI address(URI base);

    /// Shows the key.
    void sign(HttpRequest.Builder request, ApiKey key);

    /// Adds what the dialect wants in every request besides.
    default void describe(HttpRequest.Builder request) {}

    /// The question as the body of a request.
    ObjectNode body(Question question);

    /// What one object of the answer says; [Chunk#UNKNOWN] if it is none of this dialect's.
    Chunk read(JsonNode event);

    /// What is supposed of a model that has not been asked yet.
    default Habits habits(URI base) {
        return Habits.NONE;
    }

    /// Whether a question holds what an answer can do without.
    default boolean hasExtras(Question question) {
        return question.form().isPresent();
    }

    /// What the answer comes as.
    default String accept() {
        return "text/event-stream";
    }

    /// A finish reason in our words; an empty one, or the word "null", is none.
    static Chunk.Finish finish(JsonNode reason) {
        return switch (reason.asText("")) {
            case "", "null" -> Chunk.Finish.NONE;
            case "length",
                    "max_tokens",
                    "max_output_tokens",
                    "model_length",
                    "model_context_window_exceeded" ->
                    Chunk.Finish.LENGTH;
            case "content_filter", "refusal", "safety", "SAFETY" -> Chunk.Finish.FORBIDDEN;
            default -> Chunk.Finish.SAID_ALL;
        };
    }

    /// The text in what may be a text, nothing, or a list of parts of several kinds.
    static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.asText();
        }
        var text = new StringBuilder();
        for (JsonNode part : content.isArray() ? content : content.path("parts")) {
            String type = part.path("type").asText("text");
            if (part.isTextual()) {
                text.append(part.asText());
            } else if (type.equals("text") || type.equals("output_text")) {
                text.append(part.path("text").asText(""));
            }
        }
        return text.toString();
    }

    /// Whether one of these fields holds thoughts.
    static boolean thinks(JsonNode message, String... fields) {
        for (String field : fields) {
            JsonNode thought = message.path(field);
            if (thought.isTextual() ? !thought.asText().isEmpty() : thought.size() > 0) {
                return true;
            }
        }
        return false;
    }

    /// The base with something behind it, without saying a part of it twice.
    static URI below(URI base, String path) {
        String start = base.toString();
        return URI.create(
                start.endsWith("/v1") && path.startsWith("/v1/")
                        ? start + path.substring("/v1".length())
                        : start + path);
    }
}
