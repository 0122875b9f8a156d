package io.partyline.carrier.twiml;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The TwiML verbs that this carrier can run. An empty URL means that the attribute was not there.
public sealed interface Verb {
    /// Speak this text `loop` times.
    record Say(String text, int loop) implements Verb {}

    /// Fetch and play this file `loop` times.
    record Play(String url, int loop) implements Verb {}

    record Pause(Duration length) implements Verb {}

    /// Prompt, then wait for speech or keys; without input, fall through.
    record Gather(
            List<Verb> prompts,
            Set<String> input,
            String action,
            String method,
            Duration timeout,
            boolean actionOnEmptyResult)
            implements Verb {}

    /// Connect the call to a two-way media stream until the stream ends.
    record Connect(MediaStream stream, String action, String method) implements Verb {}

    /// Wait in a queue.
    ///
    /// @param playlist whether no wait document was named, so that the carrier plays its own music;
    ///   an empty `waitUrl` is silence
    record Enqueue(
            String queue,
            String action,
            String method,
            String waitUrl,
            boolean playlist,
            String waitUrlMethod,
            int maxQueueSize)
            implements Verb {
        /// Callers that fit into a queue by default (documented).
        public static final int DEFAULT_SIZE = 1000;
    }

    record Redirect(String url, String method) implements Verb {}

    record Hangup() implements Verb {}

    /// Refuse the call without answering it.
    record Reject(boolean busy) implements Verb {}

    /// Leave the queue; only in a wait document.
    record Leave() implements Verb {}

    /// Take a message.
    record Message(
            String action,
            String method,
            Duration timeout,
            Duration maxLength,
            String recordingStatusCallback)
            implements Verb {}

    /// What `<Stream>` says inside `<Connect>`.
    record MediaStream(
            String url,
            String name,
            String track,
            Map<String, String> parameters,
            String statusCallback,
            String statusCallbackMethod) {}
}
