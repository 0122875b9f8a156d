package io.partyline.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.regex.Pattern;

/// One line of a streamed answer.
///
/// Server-sent events in general may spread one event over several `data:` lines; this protocol
/// puts a whole JSON object in each.
///
/// @param text what the model says with it; often empty
/// @param last whether the answer is complete with it
record Chunk(String text, boolean last) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Chunk NOTHING = new Chunk("", false);
    private static final Chunk END = new Chunk("", true);
    private static final Pattern OTHER_FIELD = Pattern.compile("(:|event:|id:|retry:).*");
    private static final String FIELD = "data:";

    /// The line is not what this protocol looks like.
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /// The server says in the middle of a stream that something is wrong.
    static final class FaultException extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        FaultException(String code) {
            this.code = code;
        }

        /// The server's word for it; may be empty.
        String code() {
            return code;
        }
    }

    static Chunk read(String line) throws MalformedException, FaultException {
        if (OTHER_FIELD.matcher(line).matches()) {
            return NOTHING;
        }
        if (!line.startsWith(FIELD)) {
            throw new MalformedException();
        }
        String value = line.substring(FIELD.length()).strip();
        return switch (value) {
            case "" -> NOTHING;
            case "[DONE]" -> END;
            default -> of(parse(value));
        };
    }

    private static JsonNode parse(String json) throws MalformedException {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException _) {
            // Not passed on: its message holds the answer, which is nobody's business in a log.
        }
        throw new MalformedException();
    }

    private static Chunk of(JsonNode event) throws FaultException {
        if (event.hasNonNull("error")) {
            throw new FaultException(code(event).orElse(""));
        }
        JsonNode choice = event.path("choices").path(0);
        return new Chunk(
                choice.path("delta").path("content").asText(""),
                choice.hasNonNull("finish_reason"));
    }

    /// The server's one-word reason, wherever it puts it. Its sentences are left out, since they
    /// may repeat the key or what a caller said.
    static Optional<String> codeIn(String body) {
        try {
            return code(parse(body));
        } catch (MalformedException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> code(JsonNode body) {
        JsonNode error = body.path("error");
        return Optional.of(error.path("code").asText(""))
                .filter(Chunk::isWord)
                .or(() -> Optional.of(error.path("type").asText("")).filter(Chunk::isWord));
    }

    private static boolean isWord(String code) {
        return code.matches("[a-z][a-z_]{2,50}");
    }
}
