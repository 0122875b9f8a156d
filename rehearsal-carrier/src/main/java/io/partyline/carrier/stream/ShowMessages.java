package io.partyline.carrier.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partyline.carrier.office.Exchange;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Understands what the show sends on a media stream: `media`, `mark` and `clear`.
///
/// Anything else is what the carrier calls a protocol error: it goes to the diary, and the stream
/// goes on. Used by the leg's listening thread.
final class ShowMessages implements MediaSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PROTOCOL_ERROR = 31924;
    private static final int BINARY = 31950;
    private static final int OVERFLOW = 31930;

    private final StreamIdentity identity;
    private final Playout playout;
    private final Exchange exchange;
    private final Consumer<String> echo;
    private final AtomicInteger misaddressed = new AtomicInteger();

    /// @param echo sends a mark back to the show
    ShowMessages(
            StreamIdentity identity, Playout playout, Exchange exchange, Consumer<String> echo) {
        this.identity = identity;
        this.playout = playout;
        this.exchange = exchange;
        this.echo = echo;
    }

    int misaddressed() {
        return misaddressed.get();
    }

    @Override
    public void text(String message) {
        try {
            understand(JSON.readTree(message));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            complain(PROTOCOL_ERROR, "Not understood: " + e.getMessage());
        }
    }

    @Override
    public void binary(int length) {
        complain(BINARY, "A binary message of " + length + " bytes.");
    }

    private void understand(JsonNode message) {
        if (!message.path("streamSid").asText().equals(identity.streamSid())) {
            misaddressed.incrementAndGet();
            return;
        }
        switch (message.path("event").asText()) {
            case "media" -> media(text(message.path("media"), "payload"));
            case "mark" -> playout.mark(text(message.path("mark"), "name")).forEach(echo);
            case "clear" -> playout.clear().forEach(echo);
            default -> complain(PROTOCOL_ERROR, "No such event: " + message.path("event"));
        }
    }

    private void media(String payload) {
        if (!playout.add(Base64.getDecoder().decode(payload), exchange.diary().now())) {
            complain(OVERFLOW, "The buffer is full, audio was thrown away.");
        }
    }

    private static String text(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw new IllegalArgumentException("\"" + field + "\" is missing, or no text.");
        }
        return node.path(field).asText();
    }

    private void complain(int code, String message) {
        exchange.complain(identity.callSid(), code, identity.streamSid() + ": " + message);
    }
}
