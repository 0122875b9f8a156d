package io.partyline.carrier.call;

import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.office.Webhook;
import io.partyline.carrier.twiml.TwimlDocument;
import io.partyline.carrier.twiml.Verb;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells the show's stream status callback how a stream fares. Nobody waits for its answers.
///
/// Owned by the call's own thread.
final class StreamCallbacks {
    private final Exchange exchange;
    private final PhoneCall call;
    private final Verb.MediaStream stream;
    private final TwimlDocument in;
    private final String streamSid;

    StreamCallbacks(
            Exchange exchange,
            PhoneCall call,
            Verb.MediaStream stream,
            TwimlDocument in,
            String streamSid) {
        this.exchange = exchange;
        this.call = call;
        this.stream = stream;
        this.in = in;
        this.streamSid = streamSid;
    }

    void started() {
        tell("stream-started", "");
    }

    void stopped() {
        tell("stream-stopped", "");
    }

    void error(String message) {
        tell("stream-error", message);
    }

    private void tell(String event, String error) {
        if (stream.statusCallback().isEmpty()) {
            return;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("AccountSid", exchange.plan().account().sid());
        parameters.put("CallSid", call.sid());
        parameters.put("StreamSid", streamSid);
        parameters.put("StreamName", stream.name().isEmpty() ? streamSid : stream.name());
        parameters.put("StreamEvent", event);
        parameters.put("Timestamp", exchange.diary().now().toString());
        if (!error.isEmpty()) {
            parameters.put("StreamError", error);
        }
        String url = in.absolute(stream.statusCallback());
        exchange.tell(new Webhook(call.sid(), stream.statusCallbackMethod(), url, parameters));
    }
}
