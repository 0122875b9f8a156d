package io.partyline.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;

/// Ollama's own chat: `POST {base}/api/chat`, answered with an object a line, the last of which is
/// `done`.
final class OllamaWire implements Wire {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMPATIBLE = "/v1";

    /// Ollama also speaks OpenAI's dialect, below `/v1`: whoever gives that address means the same
    /// server.
    @Override
    public URI address(URI base) {
        String start = base.toString();
        String top =
                start.endsWith(COMPATIBLE)
                        ? start.substring(0, start.length() - COMPATIBLE.length())
                        : start;
        return URI.create(top + "/api/chat");
    }

    /// For a server behind a door that wants one; Ollama itself asks for none.
    @Override
    public void sign(HttpRequest.Builder request, ApiKey key) {
        request.header("Authorization", "Bearer " + key.reveal());
    }

    @Override
    public String accept() {
        return "application/x-ndjson";
    }

    @Override
    public ObjectNode body(Question question) {
        ObjectNode body = JSON.createObjectNode();
        body.put("model", question.model()).put("stream", true);
        body.putObject("options").put("num_predict", question.most());
        question.form().ifPresent(form -> body.set("format", Dialect.schema(form)));
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

    @Override
    public Chunk read(JsonNode event) {
        if (!event.has("message") && !event.has("done")) {
            return Chunk.UNKNOWN;
        }
        JsonNode message = event.path("message");
        boolean done = event.path("done").asBoolean(false);
        Chunk.Finish finish = Wire.finish(event.path("done_reason"));
        return new Chunk(
                Wire.text(message.path("content")),
                Wire.thinks(message, "thinking", "reasoning"),
                done && finish == Chunk.Finish.NONE ? Chunk.Finish.SAID_ALL : finish,
                done,
                Tokens.in(event, "prompt_eval_count", "eval_count"),
                true);
    }
}
