package io.partyline.exports;

import io.partyline.show.Cuts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// One recorded source of a show, as whoever recorded it hands it over: mono at 48 kHz, from show
/// zero.
///
/// @param name as in `03_Caller-Dave`
/// @param fileName what its file is called
/// @param samples how much sound is in it at this moment
public record RecordedStem(String name, String fileName, long samples, Sound sound) {
    /// Gives out parts of a stem.
    @FunctionalInterface
    public interface Sound {
        /// Writes a sound file of its own that holds some parts, one behind the other, and leaves
        /// the stream open.
        ///
        /// @param parts in order; not beyond the end
        /// @throws IOException if the stem cannot be read, or whoever wanted it has gone
        void copy(List<Cuts.Cut> parts, OutputStream out) throws IOException;

        /// The same with one part.
        ///
        /// @param from the first sample
        /// @param to the sample after the last; not beyond the end
        default void copy(long from, long to, OutputStream out) throws IOException {
            copy(Cuts.NONE.kept(from, to), out);
        }
    }
}
