package io.partyline.exports;

import io.partyline.files.WavHead;
import java.io.IOException;
import java.util.Optional;

/// Recorded sound that can be read anywhere: mono at 48 kHz, from show zero.
interface Samples {
    /// How many there are.
    long count();

    /// Reads some of them.
    ///
    /// @param from the first
    /// @param into overwritten; silence where there are none
    void read(long from, float[] into) throws IOException;

    /// What a sound file of ours says of itself that begins there; empty if there is no such sound.
    Optional<WavHead> head(long from) throws IOException;
}
