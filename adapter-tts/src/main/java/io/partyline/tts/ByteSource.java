package io.partyline.tts;

import io.partyline.port.SpeechException;
import java.util.Optional;

/// Sound as somebody else makes it, in bytes, while it is made.
///
/// One thread reads; any may close, which wakes the reader.
interface ByteSource extends AutoCloseable {
    /// The next bytes. Blocks until there are some.
    ///
    /// @return empty at the end or after [#close]
    /// @throws SpeechException if there will be no more although there should be
    Optional<byte[]> next();

    /// Samples a second of sound that has no head to say so itself. Known once there are bytes.
    int rawRate();

    /// Who it is, to begin a sentence for the host with.
    String who();

    @Override
    void close();
}
