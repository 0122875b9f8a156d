package io.partyline.port;

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

    /// Ends the speech, read or not. Closing twice is not an error.
    @Override
    void close();
}
