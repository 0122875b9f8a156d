package io.partyline.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partyline.cast.Form;

/// The ways in which models are spoken to.
public enum Dialect {
    /// OpenAI's chat completions, which most others understand.
    OPENAI,
    /// Anthropic's messages.
    ANTHROPIC,
    /// Ollama's own chat.
    OLLAMA;

    private static final ObjectMapper JSON = new ObjectMapper();

    Wire wire() {
        return switch (this) {
            case OPENAI -> new OpenAiWire();
            case ANTHROPIC -> new AnthropicWire();
            case OLLAMA -> new OllamaWire();
        };
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
