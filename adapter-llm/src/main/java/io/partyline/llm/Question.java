package io.partyline.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partyline.cast.Prompt;
import java.util.Locale;

/// A prompt, as the body of a request.
final class Question {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// OpenAI's newer models refuse `max_tokens`; most others know nothing else.
    private static final String OPEN_AI = "api.openai.com";

    private Question() {}

    /// @param host who is asked, because one field has two names
    static byte[] json(Prompt prompt, String model, String host) {
        ObjectNode body = JSON.createObjectNode().put("model", model).put("stream", true);
        body.put(OPEN_AI.equals(host) ? "max_completion_tokens" : "max_tokens", prompt.most());
        var messages = body.putArray("messages");
        for (Prompt.Message message : prompt.messages()) {
            messages.addObject()
                    .put("role", message.role().name().toLowerCase(Locale.ROOT))
                    .put("content", message.text());
        }
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text and numbers can always be written", e);
        }
    }
}
