package io.partyline.port;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Sound that the host has ready, such as a folder of music: what there is, and the sound of it.
///
/// It looks after what comes, changes and goes by itself. A piece that cannot be played is listed
/// with what is wrong with it, and costs the others nothing.
///
/// Safe for use by many threads at once.
public interface SoundShelf extends AutoCloseable {
    /// A show that has none.
    static SoundShelf none() {
        return new NoShelf();
    }

    /// Whether the show has none.
    default boolean isOff() {
        return false;
    }

    /// A few words that the host recognises it by, such as the folder.
    String name();

    /// What is wrong with all of it, in a sentence for the host; empty if it can be looked at.
    Optional<String> trouble();

    /// What there is now, by its id; never waits. Until it has begun to look, nothing.
    List<Piece> pieces();

    /// Looks once, which may take as long as the disk does, and from then on from time to time.
    ///
    /// @param changed told, on a thread of the shelf's, whenever [#pieces] has become another list
    void watch(Runnable changed);

    /// Begins to decode a piece; may wait for the disk. One that has begun goes on, as far as the
    /// system allows, when its file is renamed or deleted meanwhile.
    ///
    /// @param id of one of [#pieces]; it is never taken for a path
    /// @throws SoundException with a sentence that names it, if it cannot be played
    SoundStream open(String id);

    /// Looks no more. Streams that are open go on. Closing twice is not an error.
    @Override
    void close();

    /// A piece of sound on the shelf.
    ///
    /// @param id its name on the shelf, the same from day to day
    /// @param title as its tags have it, else by its file's name
    /// @param artist as its tags have it; blank if they have none
    /// @param length as far as that is known without decoding all of it
    /// @param trouble why it cannot be played, in a sentence for the host that names it
    /// @param version another one when its content may have changed
    record Piece(
            String id,
            String title,
            String artist,
            Optional<Duration> length,
            Optional<String> trouble,
            long version) {}
}
