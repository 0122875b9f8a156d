package io.partyline.twilio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the carrier's messages: strict about JSON, lenient about fields, since the carrier adds
/// some and writes its counters as text. The words of the protocol mean the same in capitals.
///
/// Sound is read by [MediaScan] where it can; the rest, and all that it leaves, by the library.
final class StreamMessages {
    /// Longest message; a frame of audio makes about 350 characters.
    static final int LONGEST = 16 * 1024;

    /// Most sound in one message: the carriers' documents allow 20 to 384 ms.
    static final int LONGEST_MEDIA_MS = 384;

    /// That as base64 of µ-law.
    static final int LONGEST_PAYLOAD = 4 * 1024;

    /// The track of the caller.
    static final String INBOUND = "inbound";

    private static final int DEEPEST = 8;
    private static final int LONGEST_TEXT = 12 * 1024;
    private static final int MOST_DIGITS = 15;
    private static final int PHONE_RATE = 8000;
    private static final String PHONE_CODE = "audio/x-mulaw";

    /// The same code by the names that it is registered under.
    private static final Set<String> PHONE_CODES = Set.of(PHONE_CODE, "audio/pcmu", "audio/basic");

    private static final ObjectReader JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(LONGEST_TEXT)
                                                    .maxDocumentLength(LONGEST)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(JsonNode.class);

    private StreamMessages() {}

    /// @throws BadMessageException if it is not JSON, or too big in some way
    static StreamMessage read(String text) {
        Optional<StreamMessage.Media> media = MediaScan.read(text);
        return media.isPresent() ? media.get() : parse(text);
    }

    /// The same by the JSON library alone.
    static StreamMessage parse(String text) {
        JsonNode message = json(text);
        return switch (message.path("event").asText().toLowerCase(Locale.ROOT)) {
            case "media" -> media(message.path("media"));
            case "mark" -> new StreamMessage.Mark(message.path("mark").path("name").asText());
            case "dtmf" -> new StreamMessage.Dtmf(message.path("dtmf").path("digit").asText());
            case "connected" -> new StreamMessage.Connected();
            case "start" -> start(message);
            case "stop" -> new StreamMessage.Stop();
            default -> new StreamMessage.Unknown();
        };
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BadMessageException("A message on the stream is not JSON that we take.", e);
        }
    }

    private static StreamMessage media(JsonNode media) {
        String payload = media.path("payload").asText();
        if (payload.length() > LONGEST_PAYLOAD) {
            throw new BadMessageException("A message on the stream holds too much audio.");
        }
        return new StreamMessage.Media(
                media.path("track").asText(INBOUND).equalsIgnoreCase(INBOUND),
                number(media.path("chunk")),
                number(media.path("timestamp")),
                Payload.of(payload));
    }

    /// Other carriers of this protocol name the stream once only, and no format where there is no
    /// choice.
    private static StreamMessage start(JsonNode message) {
        JsonNode start = message.path("start");
        return new StreamMessage.Start(
                start.path("streamSid").asText(message.path("streamSid").asText()),
                start.path("accountSid").asText(),
                start.path("callSid").asText(),
                start.path("customParameters").path(Twiml.TOKEN).asText(),
                isPhone(start.path("mediaFormat")));
    }

    /// The names of media types are the same in capitals, and may be followed by parameters.
    private static boolean isPhone(JsonNode format) {
        String name = format.path("encoding").asText(PHONE_CODE).replaceFirst("\\s*;.*", "");
        return PHONE_CODES.contains(name.toLowerCase(Locale.ROOT))
                && format.path("sampleRate").asInt(PHONE_RATE) == PHONE_RATE
                && format.path("channels").asInt(1) == 1;
    }

    private static long number(JsonNode field) {
        String digits = field.asText();
        boolean plain =
                !digits.isEmpty()
                        && digits.length() <= MOST_DIGITS
                        && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return plain ? Long.parseLong(digits) : -1;
    }
}
