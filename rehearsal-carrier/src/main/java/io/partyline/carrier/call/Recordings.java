package io.partyline.carrier.call;

import io.partyline.carrier.sound.Wav;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The latest 100 messages that callers left, by recording id, as µ-law at 8 kHz, until somebody
/// deletes them.
///
/// Safe for use by many threads at once.
public final class Recordings {
    private static final int KEPT = 100;

    private final LinkedHashMap<String, Recording> messages = new LinkedHashMap<>();

    /// What is known of a recording.
    ///
    /// @param made when it began
    /// @param seconds its length, in whole seconds
    public record Recording(
            String sid, String callSid, Instant made, long seconds, ByteBuffer mulaw) {
        /// As a file.
        public byte[] wav() {
            var codes = new byte[mulaw.limit()];
            mulaw.get(0, codes);
            return Wav.of(codes);
        }
    }

    synchronized void keep(Recording recording) {
        messages.put(recording.sid(), recording);
        if (messages.size() > KEPT) {
            messages.pollFirstEntry();
        }
    }

    /// All that there are, the newest first, as the carrier lists them.
    public synchronized List<Recording> all() {
        return List.copyOf(messages.sequencedValues().reversed());
    }

    public synchronized Optional<Recording> find(String sid) {
        return Optional.ofNullable(messages.get(sid));
    }

    /// Deletes one; nothing if there is none.
    public synchronized void delete(String sid) {
        messages.remove(sid);
    }
}
