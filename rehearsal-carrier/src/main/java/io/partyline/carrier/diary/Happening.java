package io.partyline.carrier.diary;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Something that happened at the carrier, with its time, for tests and people to look at
/// afterwards.
public sealed interface Happening {
    /// When.
    Instant at();

    /// To which call; empty if to none.
    String callSid();

    /// A signed request left for the show. What it was answered follows as [Answered] or
    /// [Unanswered].
    record Requested(
            Instant at,
            String callSid,
            String method,
            String url,
            Map<String, String> parameters,
            String signature)
            implements Happening {
        public Requested {
            parameters = Map.copyOf(parameters);
        }

        /// Whether the URL ends so; handy to pick out one of the show's webhooks.
        public boolean to(String path) {
            return url.endsWith(path);
        }
    }

    /// The show answered.
    record Answered(
            Instant at, String callSid, String url, int status, String contentType, String body)
            implements Happening {}

    /// The show could not be reached, or was too slow.
    record Unanswered(Instant at, String callSid, String url, String reason) implements Happening {}

    /// A TwiML document was accepted for running; `url` is empty if it came by REST.
    record DocumentReceived(Instant at, String callSid, String url, String twiml)
            implements Happening {}

    /// The caller was told this by the carrier's synthetic voice.
    record Said(Instant at, String callSid, String text) implements Happening {}

    /// The caller was played this file.
    record Played(Instant at, String callSid, String url, int bytes, Duration length)
            implements Happening {}

    /// The call went from one phase to the next.
    record PhaseChanged(Instant at, String callSid, CallPhase phase) implements Happening {}

    /// The caller left the queue, with the carrier's word for why.
    record LeftQueue(Instant at, String callSid, String queueSid, String result)
            implements Happening {}

    /// A media stream began.
    record StreamStarted(Instant at, String callSid, String streamSid, String url)
            implements Happening {}

    /// A media stream ended.
    record StreamEnded(Instant at, String callSid, String streamSid, LegEnd why)
            implements Happening {}

    /// The call ended.
    record Ended(Instant at, String callSid, Ending why) implements Happening {}

    /// The carrier's debugger would show this error or warning. Codes are the carrier's own.
    record Complained(Instant at, String callSid, int code, String message) implements Happening {}

    /// Somebody used the REST desk.
    record RestUsed(
            Instant at,
            String callSid,
            String method,
            String path,
            Map<String, String> form,
            int status)
            implements Happening {
        public RestUsed {
            form = Map.copyOf(form);
        }
    }
}
