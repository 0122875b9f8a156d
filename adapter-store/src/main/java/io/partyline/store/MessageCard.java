package io.partyline.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.partyline.port.MessageBook.Message;
import io.partyline.port.MessageBook.Stage;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message as it is written down: a small JSON file with plain fields. What a newer program adds
/// is read over.
///
/// @param words null while nobody knows what is said in it
@JsonIgnoreProperties(ignoreUnknown = true)
record MessageCard(
        String id,
        String call,
        String lastFour,
        String fingerprint,
        String at,
        String stage,
        String recording,
        long lengthMs,
        boolean heard,
        @Nullable String words) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static byte[] bytes(Message message) {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(of(message))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a card that cannot be put into words", e);
        }
    }

    private static MessageCard of(Message message) {
        return new MessageCard(
                message.id(),
                message.call().value(),
                message.from().lastFour(),
                message.from().fingerprint(),
                message.at().toString(),
                message.stage().name().toLowerCase(Locale.ROOT),
                message.recording().orElse(""),
                message.length().toMillis(),
                message.heard(),
                message.words().orElse(null));
    }

    /// @throws IOException if it is no card
    static Message read(byte[] card) throws IOException {
        try {
            return JSON.readValue(card, MessageCard.class).message();
        } catch (RuntimeException e) {
            throw new IOException("it is no card of a message", e);
        }
    }

    private Message message() {
        return new Message(
                id,
                new CallId(call),
                new CallerNumber(lastFour, fingerprint),
                Instant.parse(at),
                Stage.valueOf(stage.toUpperCase(Locale.ROOT)),
                Optional.of(recording).filter(text -> !text.isEmpty()),
                Duration.ofMillis(lengthMs),
                heard,
                Optional.ofNullable(words));
    }
}
