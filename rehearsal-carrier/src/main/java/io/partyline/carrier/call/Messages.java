package io.partyline.carrier.call;

import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.office.MailDate;
import io.partyline.carrier.office.Webhook;
import io.partyline.carrier.twiml.TwimlDocument;
import io.partyline.carrier.twiml.Verb;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Runs `<Record>`: takes the message that the caller leaves, and says where it can be had.
///
/// Owned by the call's own thread.
final class Messages {
    private static final int RATE = 8000;

    private final Exchange exchange;
    private final PhoneCall call;

    Messages(Exchange exchange, PhoneCall call) {
        this.exchange = exchange;
        this.call = call;
    }

    /// Waits for the caller to speak, as long as the time-out, and records the message to its end,
    /// which the caller marks with a key.
    Step run(Verb.Message verb, TwimlDocument in) {
        call.attention().await(call::hasMessage, exchange.paced(verb.timeout()));
        if (!call.hasMessage()) {
            return call.attention().interrupted() ? Step.INTERRUPTED : Step.NEXT;
        }
        Instant began = exchange.diary().now();
        byte[] message = call.message();
        int longest = Math.toIntExact(verb.maxLength().toSeconds() * RATE);
        byte[] taken = Arrays.copyOf(message, Math.min(message.length, longest));
        call.attention().pass(exchange.paced(Duration.ofMillis(taken.length * 1000L / RATE)));
        return kept(verb, in, taken, began);
    }

    private Step kept(Verb.Message verb, TwimlDocument in, byte[] message, Instant began) {
        String sid = exchange.chance().sid("RE");
        long seconds = message.length / RATE;
        call.premises()
                .recordings()
                .keep(
                        new Recordings.Recording(
                                sid, call.sid(), began, seconds, ByteBuffer.wrap(message)));
        Map<String, String> recording = parameters(sid, seconds);
        announce(verb, in, recording, began);
        Source.Fetch action =
                new Source.Fetch(in.absolute(verb.action()), verb.method(), recording);
        return call.attention().interrupted() ? interrupted(action) : new Step.Go(action);
    }

    /// A caller who hangs up still leaves the message; its action is told, and its answer is not
    /// run.
    private Step interrupted(Source.Fetch action) {
        Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
        parameters.putAll(action.with(Map.of("Digits", "hangup")).extra());
        exchange.tell(new Webhook(call.sid(), action.method(), action.url(), parameters));
        return Step.INTERRUPTED;
    }

    private void announce(
            Verb.Message verb, TwimlDocument in, Map<String, String> recording, Instant began) {
        if (!verb.recordingStatusCallback().isEmpty()) {
            Map<String, String> parameters = new LinkedHashMap<>(recording);
            parameters.put("AccountSid", exchange.plan().account().sid());
            parameters.put("CallSid", call.sid());
            parameters.put("RecordingStatus", "completed");
            parameters.put("RecordingChannels", "1");
            parameters.put("RecordingSource", "RecordVerb");
            parameters.put("RecordingStartTime", MailDate.of(began));
            String url = in.absolute(verb.recordingStatusCallback());
            exchange.tell(new Webhook(call.sid(), "POST", url, parameters));
        }
    }

    private Map<String, String> parameters(String sid, long seconds) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("RecordingSid", sid);
        parameters.put("RecordingUrl", call.recordingUrl(sid));
        parameters.put("RecordingDuration", Long.toString(seconds));
        return parameters;
    }
}
