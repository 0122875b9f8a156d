package io.partyline.port;

import io.partyline.audio.loudness.Loudness;
import io.partyline.show.ShowId;
import java.util.List;
import java.util.Set;

/// Writes one sound file a source and call leg, all of them from show zero.
///
/// Used by one thread at a time.
public interface StemRecorder extends AutoCloseable {
    /// Starts a stem.
    ///
    /// @param name as in `03_Caller-Dave`; a second stem of that name in the show gets a number
    ///   behind it
    /// @throws StemException if it cannot be written
    Stem open(ShowId show, String name);

    /// Ends all stems of the show that are open and gives every stem of the show the same length.
    ///
    /// @param length in samples at 48 kHz from show zero
    /// @throws StemException if that could not be done for all of them; those that could are done
    void finish(ShowId show, long length);

    /// Deletes stems of a show that is finished, for somebody who is to be forgotten. May be called
    /// by any thread.
    ///
    /// @param names as they were given to [#open]; a second stem of a name goes with the first
    /// @return the names of those that were there and are deleted
    /// @throws StemException if one of them could not be deleted
    List<String> delete(ShowId show, Set<String> names);

    /// Ends all that is open.
    ///
    /// @throws StemException if one of them could not be ended; the others are
    @Override
    void close();

    /// One recorded source: mono at 48 kHz.
    interface Stem extends AutoCloseable {
        /// The name it got.
        String name();

        /// Writes samples at their place in the show. Whatever lies between them and what was
        /// written before becomes silence; what was written stays.
        ///
        /// @param atSample the show position of the first of them
        /// @throws StemException if they could not be written
        void write(long atSample, float[] samples, int length);

        /// Says in the file itself that AI voices are in it, for whoever finds it without the show.
        /// It stays said, also when the stem goes on after a crash; saying it twice is not an
        /// error.
        ///
        /// @throws StemException if it could not be written
        void holdsAiVoices();

        /// Notes in the file itself how loud all of it is. It stays noted; saying it again corrects
        /// it.
        ///
        /// @throws StemException if it could not be written
        void measured(Loudness loudness);

        /// Ends the stem: its file is whole from here on. Closing twice is not an error.
        @Override
        void close();
    }
}
