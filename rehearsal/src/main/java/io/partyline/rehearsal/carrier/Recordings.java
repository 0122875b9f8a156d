package io.partyline.rehearsal.carrier;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The messages that callers left, by recording id, as µ-law at 8 kHz.
///
/// Safe for use by many threads at once.
final class Recordings {
    private final Map<String, byte[]> messages = new ConcurrentHashMap<>();

    void keep(String recordingSid, byte[] mulaw) {
        messages.put(recordingSid, mulaw);
    }

    /// The message as a WAV file.
    Optional<byte[]> wav(String recordingSid) {
        return Optional.ofNullable(messages.get(recordingSid)).map(Wav::of);
    }
}
