package io.partyline.carrier.call;

import io.partyline.carrier.sound.Wav;
import java.util.LinkedHashMap;
import java.util.Optional;

/// The latest 100 messages that callers left, by recording id, as µ-law at 8 kHz.
///
/// Safe for use by many threads at once.
public final class Recordings {
    private static final int KEPT = 100;

    private final LinkedHashMap<String, byte[]> messages = new LinkedHashMap<>();

    synchronized void keep(String recordingSid, byte[] mulaw) {
        messages.put(recordingSid, mulaw);
        if (messages.size() > KEPT) {
            messages.pollFirstEntry();
        }
    }

    /// The message as a WAV file.
    public synchronized Optional<byte[]> wav(String recordingSid) {
        return Optional.ofNullable(messages.get(recordingSid)).map(Wav::of);
    }
}
