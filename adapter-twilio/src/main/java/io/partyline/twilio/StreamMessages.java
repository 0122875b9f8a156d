package io.partyline.twilio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// Reads the carrier's messages: strict about JSON, lenient about fields, since the carrier adds
/// some and writes its counters as text.
final class StreamMessages {
    /// Longest message; a frame of audio makes about 350 characters.
    static final int LONGEST = 16 * 1024;

    /// Longest payload: 4 KiB of base64 is 384 ms, nineteen times what the carrier sends.
    private static final int LONGEST_PAYLOAD = 4 * 1024;

    private static final int DEEPEST = 8;
    private static final int LONGEST_TEXT = 12 * 1024;
    private static final int MOST_DIGITS = 15;
    private static final int PHONE_RATE = 8000;
    private static final String PHONE_CODE = "audio/x-mulaw";

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
        JsonNode message = json(text);
        return switch (message.path("event").asText()) {
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
                media.path("track").asText("inbound").equals("inbound"),
                number(media.path("chunk")),
                number(media.path("timestamp")),
                payload);
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

    private static boolean isPhone(JsonNode format) {
        return format.path("encoding").asText(PHONE_CODE).equals(PHONE_CODE)
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
