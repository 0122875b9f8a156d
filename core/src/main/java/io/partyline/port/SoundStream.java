package io.partyline.port;

import io.partyline.audio.Frames;

/// A piece of sound that is being decoded: mono at 48 kHz, -1 to 1, whatever its file holds.
///
/// For one thread at a time.
public interface SoundStream extends AutoCloseable {
    /// Decodes the next samples; may wait for the disk.
    ///
    /// @return how many there are, at least 1; -1 at the end, behind which come either [#again] or
    ///   [#last]
    /// @throws SoundException with a sentence that names the file, if it cannot be read any further
    int read(float[] into);

    /// Goes on with the beginning: what is read from here on joins what was read before without a
    /// gap or a seam, as if the piece were written down twice. To be called at the end.
    ///
    /// @throws SoundException if it cannot
    void again();

    /// Gives the very last samples, which a change of rate holds back as long as it may go on. To
    /// be called at the end, once.
    ///
    /// @param into room for at least [#MOST_LAST]
    /// @return how many there are; 0 if none are held back
    int last(float[] into);

    /// The most that can be held back: 20 ms.
    int MOST_LAST = Frames.SAMPLES;

    /// Gives the file back. Closing twice is not an error.
    @Override
    void close();
}
