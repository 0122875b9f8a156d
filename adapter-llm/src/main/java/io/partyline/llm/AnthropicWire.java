package io.partyline.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;

/// Anthropic's messages: `POST {base}/v1/messages`, answered with named events.
///
/// A form is asked for as the input of a tool that the model has to use: what is filled in comes as
/// the pieces of that input.
final class AnthropicWire implements Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The protocol's version; the only one there has been since.
    private static final String VERSION = "2023-06-01";

    private static final String TOOL = "answer";

    @Override
    public URI address(URI base) {
        return Wire.below(base, "/v1/messages");
    }

    @Override
    public void sign(HttpRequest.Builder request, ApiKey key) {
        request.header("x-api-key", key.reveal());
    }

    @Override
    public void describe(HttpRequest.Builder request) {
        request.header("anthropic-version", VERSION);
    }

    @Override
    public ObjectNode body(Question question) {
        ObjectNode body = JSON.createObjectNode();
        body.put("model", question.model()).put("stream", true).put("max_tokens", question.most());
        Turns turns = question.turns();
        if (!turns.system().isEmpty()) {
            body.put("system", turns.system());
        }
        var messages = body.putArray("messages");
        turns.messages()
                .forEach(turn ->
                        messages.addObject()
                                .put("role", turn.role().name().toLowerCase(Locale.ROOT))
                                .put("content", turn.text()));
        question.form()
                .ifPresent(form -> {
                    body.putArray("tools")
                            .addObject()
                            .put("name", TOOL)
                            .put("description", "The answer, filled into its form.")
                            .set("input_schema", Dialect.schema(form));
                    body.putObject("tool_choice").put("type", "tool").put("name", TOOL);
                });
        return body;
    }

    @Override
    public Chunk read(JsonNode event) {
        return switch (event.path("type").asText("")) {
            case "message_start" -> Chunk.NOTHING.counted(tokens(event.path("message")));
            case "content_block_start" -> block(event.path("content_block"));
            case "content_block_delta" -> delta(event.path("delta"));
            case "message_delta" ->
                    Chunk.NOTHING
                            .finished(Wire.finish(event.path("delta").path("stop_reason")))
                            .counted(tokens(event));
            case "message_stop" -> Chunk.END;
            case "ping", "content_block_stop" -> Chunk.NOTHING;
            case "message" -> whole(event);
            default -> Chunk.UNKNOWN;
        };
    }

    private static Chunk block(JsonNode block) {
        return switch (block.path("type").asText("")) {
            case "text" -> Chunk.said(block.path("text").asText(""));
            case "thinking", "redacted_thinking" -> Chunk.thought();
            default -> Chunk.NOTHING;
        };
    }

    private static Chunk delta(JsonNode delta) {
        return switch (delta.path("type").asText("")) {
            case "text_delta" -> Chunk.said(delta.path("text").asText(""));
            case "input_json_delta" -> Chunk.said(delta.path("partial_json").asText(""));
            case "thinking_delta", "signature_delta" -> Chunk.thought();
            default -> Chunk.NOTHING;
        };
    }

    /// From a server that does not stream.
    private static Chunk whole(JsonNode message) {
        var text = new StringBuilder(Wire.text(message.path("content")));
        for (JsonNode part : message.path("content")) {
            if (part.path("type").asText("").equals("tool_use")) {
                text.append(part.path("input"));
            }
        }
        return Chunk.said(text.toString())
                .finished(Wire.finish(message.path("stop_reason")))
                .counted(tokens(message))
                .asTheLast(true);
    }

    /// What was read from or written to a cache is counted apart, and billed as well.
    private static Tokens tokens(JsonNode event) {
        JsonNode usage = event.path("usage");
        return Tokens.in(usage, "input_tokens", "output_tokens")
                .withInput(
                        usage.path("cache_creation_input_tokens").asLong(0)
                                + usage.path("cache_read_input_tokens").asLong(0));
    }
}
