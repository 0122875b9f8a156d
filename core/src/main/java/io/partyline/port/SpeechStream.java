package io.partyline.port;

import java.util.Optional;

/// Speech that arrives piece by piece.
///
/// One thread reads; any thread may close, which cancels the speech and wakes the reader.
public interface SpeechStream extends AutoCloseable {
    /// Samples a second of this speech: mono, -1 to 1. The same for the whole stream.
    int rate();

    /// Reads the next samples. Blocks until there are some.
    ///
    /// @return how many were read; -1 at the end or after [#close]
    /// @throws SpeechException if the speech breaks off
    int read(float[] into);

    /// A text that was begun anew, since the voice that spoke it broke.
    ///
    /// @param furthest how far the best of the attempts before had come, in samples
    /// @param begins where the last attempt begins, in samples of the whole stream
    record Restart(long furthest, long begins) {}

    /// Whether what has been read so far holds more than one attempt at the text. For the thread
    /// that reads.
    default Optional<Restart> restart() {
        return Optional.empty();
    }

    /// Ends the speech, read or not. Closing twice is not an error.
    @Override
    void close();
}
