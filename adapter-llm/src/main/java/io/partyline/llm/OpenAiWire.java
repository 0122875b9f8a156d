package io.partyline.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;

/// Chat completions as OpenAI made them and most others understand: `POST {base}/chat/completions`,
/// answered with server-sent events and `[DONE]` behind the last.
final class OpenAiWire implements Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The newer models there refuse `max_tokens`; most others know nothing else.
    private static final String OPEN_AI = "api.openai.com";

    @Override
    public URI address(URI base) {
        return URI.create(base + "/chat/completions");
    }

    @Override
    public void sign(HttpRequest.Builder request, ApiKey key) {
        request.header("Authorization", "Bearer " + key.reveal());
    }

    @Override
    public Habits habits(URI base) {
        return OPEN_AI.equals(base.getHost()) ? Habits.NONE.withOtherLimit() : Habits.NONE;
    }

    @Override
    public boolean hasExtras(Question question) {
        return question.form().isPresent() || !question.habits().noCounts();
    }

    @Override
    public ObjectNode body(Question question) {
        ObjectNode body = JSON.createObjectNode();
        body.put("model", question.model()).put("stream", true);
        if (!question.habits().noCounts()) {
            body.putObject("stream_options").put("include_usage", true);
        }
        body.put(
                question.habits().otherLimit() ? "max_completion_tokens" : "max_tokens",
                question.most());
        question.form()
                .ifPresent(form ->
                        body.putObject("response_format")
                                .put("type", "json_schema")
                                .putObject("json_schema")
                                .put("name", "answer")
                                .put("strict", true)
                                .set("schema", Dialect.schema(form)));
        Turns turns = question.turns();
        var messages = body.putArray("messages");
        if (!turns.system().isEmpty()) {
            messages.addObject().put("role", "system").put("content", turns.system());
        }
        turns.messages()
                .forEach(turn ->
                        messages.addObject()
                                .put("role", turn.role().name().toLowerCase(Locale.ROOT))
                                .put("content", turn.text()));
        return body;
    }

    /// A server that does not stream sends a whole `message` where others send a `delta`; the
    /// oldest ones a bare `text`.
    @Override
    public Chunk read(JsonNode event) {
        if (!event.has("choices")) {
            return event.has("usage") ? Chunk.NOTHING.counted(tokens(event)) : Chunk.UNKNOWN;
        }
        JsonNode choice = event.path("choices").path(0);
        boolean whole = !choice.has("delta") && choice.has("message");
        JsonNode said = whole ? choice.path("message") : choice.path("delta");
        String text = Wire.text(said.path("content"));
        boolean thinks =
                Wire.thinks(
                        said, "reasoning_content", "reasoning", "thinking", "reasoning_details");
        return new Chunk(
                text.isEmpty() ? choice.path("text").asText("") : text,
                thinks,
                finish(choice, said, whole),
                false,
                tokens(event),
                true);
    }

    private static Chunk.Finish finish(JsonNode choice, JsonNode said, boolean whole) {
        if (!said.path("refusal").asText("").isEmpty()) {
            return Chunk.Finish.FORBIDDEN;
        }
        Chunk.Finish finish = Wire.finish(choice.path("finish_reason"));
        return whole && finish == Chunk.Finish.NONE ? Chunk.Finish.SAID_ALL : finish;
    }

    private static Tokens tokens(JsonNode event) {
        return Tokens.in(event.path("usage"), "prompt_tokens", "completion_tokens");
    }
}
