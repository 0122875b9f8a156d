package io.partyline.carrier.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partyline.carrier.plan.StreamHabits.Chunks;
import java.util.Base64;

/// The carrier's side of the Media Streams protocol, as JSON. All counters are strings, as in life.
///
/// Owned by one thread at a time: numbers are given in the order of the calls.
final class StreamMessages {
    private static final int BYTES_PER_MS = 8;

    private final StreamIdentity identity;
    private final long firstTimestamp;
    private final Chunks chunks;
    private long sequence;
    private long chunk;
    private long spoken;

    /// @param firstTimestamp ms of the first frame; in real captures between 100 and 180
    StreamMessages(StreamIdentity identity, Chunks chunks, long firstTimestamp) {
        this.chunks = chunks;
        this.identity = identity;
        this.firstTimestamp = firstTimestamp;
    }

    String connected() {
        ObjectNode message = object().put("event", "connected");
        return message.put("protocol", "Call").put("version", "1.0.0").toString();
    }

    String start() {
        ObjectNode message = numbered("start");
        ObjectNode start = message.putObject("start");
        start.put("accountSid", identity.accountSid()).put("streamSid", identity.streamSid());
        start.put("callSid", identity.callSid()).putArray("tracks").add("inbound");
        start.putObject("mediaFormat")
                .put("encoding", "audio/x-mulaw")
                .put("sampleRate", 8000)
                .put("channels", 1);
        ObjectNode parameters = start.putObject("customParameters");
        identity.parameters().forEach(parameters::put);
        return message.put("streamSid", identity.streamSid()).toString();
    }

    String media(byte[] mulaw) {
        ObjectNode message = numbered("media");
        long timestamp = firstTimestamp + spoken / BYTES_PER_MS;
        spoken += mulaw.length;
        chunk++;
        message.putObject("media")
                .put("track", "inbound")
                .put("chunk", Long.toString(chunks.of(chunk)))
                .put("timestamp", Long.toString(timestamp))
                .put("payload", Base64.getEncoder().encodeToString(mulaw));
        return message.put("streamSid", identity.streamSid()).toString();
    }

    String dtmf(char digit) {
        ObjectNode message = numbered("dtmf").put("streamSid", identity.streamSid());
        ObjectNode dtmf = message.putObject("dtmf").put("track", "inbound_track");
        dtmf.put("digit", String.valueOf(digit));
        return message.toString();
    }

    String mark(String name) {
        ObjectNode message = numbered("mark").put("streamSid", identity.streamSid());
        message.putObject("mark").put("name", name);
        return message.toString();
    }

    String stop() {
        ObjectNode message = numbered("stop").put("streamSid", identity.streamSid());
        ObjectNode stop = message.putObject("stop").put("accountSid", identity.accountSid());
        stop.put("callSid", identity.callSid());
        return message.toString();
    }

    private ObjectNode numbered(String event) {
        sequence++;
        return object().put("event", event).put("sequenceNumber", Long.toString(sequence));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
