package io.partyline.exports;

import java.io.IOException;
import java.io.OutputStream;

/// One recorded source of a show, as whoever recorded it hands it over: mono at 48 kHz, from show
/// zero.
///
/// @param name as in `03_Caller-Dave`
/// @param fileName what its file is called
/// @param samples how much sound is in it at this moment
public record RecordedStem(String name, String fileName, long samples, Sound sound) {
    /// Gives out a part of a stem.
    @FunctionalInterface
    public interface Sound {
        /// Writes a sound file of its own that holds one part, and leaves the stream open.
        ///
        /// @param from the first sample
        /// @param to the sample after the last; not beyond the end
        /// @throws IOException if the stem cannot be read, or whoever wanted the part has gone
        void copy(long from, long to, OutputStream out) throws IOException;
    }
}
