package io.partyline.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partyline.cast.Form;

/// The ways in which models are spoken to.
public enum Dialect {
    /// OpenAI's chat completions, which most others understand.
    OPENAI(new OpenAiWire()),
    /// Anthropic's messages.
    ANTHROPIC(new AnthropicWire()),
    /// Ollama's own chat.
    OLLAMA(new OllamaWire());

    private static final ObjectMapper JSON = new ObjectMapper();
    private final Wire wire;

    Dialect(Wire wire) {
        this.wire = wire;
    }

    Wire wire() {
        return wire;
    }

    /// A form's schema as a tree.
    static JsonNode schema(Form form) {
        try {
            return JSON.readTree(form.schema());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema of our own is JSON", e);
        }
    }
}
