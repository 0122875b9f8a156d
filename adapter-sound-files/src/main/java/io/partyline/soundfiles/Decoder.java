package io.partyline.soundfiles;

import java.io.IOException;
import java.util.OptionalLong;

/// One file that is being decoded: mono samples from -1 to 1 at the file's own rate. For one
/// thread.
///
/// Several channels become one by their mean, which cannot be louder than the loudest of them.
interface Decoder extends AutoCloseable {
    /// Samples a second.
    int rate();

    /// How many samples there are, as far as that is known beforehand.
    OptionalLong samples();

    /// What the file says of itself.
    Tags tags();

    /// Decodes the next samples.
    ///
    /// @return how many there are, at least 1; -1 at the end
    /// @throws BrokenSoundException with what is wrong, if the file cannot be decoded any further
    int read(float[] into) throws IOException;

    @Override
    void close() throws IOException;
}
