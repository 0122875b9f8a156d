package io.partyline.port;

import io.partyline.show.Reason;
import io.partyline.show.ShelfName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Music and carts, as the host plays them.
///
/// What is asked for is in the mix with the next tick; that it is, and when it is over, comes as an
/// event. Safe for use by many threads at once. Waits for a file where one has to be opened, and
/// for nothing else.
public interface Jukebox {
    /// A show that plays nothing.
    static Jukebox none() {
        return new NoJukebox();
    }

    /// What lies on a shelf.
    List<SoundShelf.Piece> pieces(ShelfName shelf);

    /// What is wrong with a whole shelf, in a sentence.
    Optional<String> trouble(ShelfName shelf);

    /// How it stands at this moment.
    Standing standing();

    /// Plays a track, at once, or over the one that sounds.
    ///
    /// @param loop whether it begins again at its end, without a gap
    Outcome play(String track, boolean loop);

    /// Plays a track when the one that sounds comes to its end; nothing if it is left out.
    Outcome playNext(Optional<String> track);

    /// Goes over to the track that was to come next, now.
    Outcome skip();

    /// Fades the music out, and forgets what was to come next.
    Outcome stop();

    /// Makes music louder or softer.
    ///
    /// @param volume a gain from 0 to 1; 1 is as it comes
    void volume(double volume);

    /// Whether the track that sounds begins again at its end.
    Outcome loop(boolean again);

    /// Fires a cart: at once, beside those that sound.
    Outcome fire(String sound, boolean loop);

    /// Plays a message of a caller on the air, as a cart.
    ///
    /// @param id of a message of the show's [Voicemail]
    Outcome playMessage(String id);

    /// Stops a cart.
    ///
    /// @param which the id of its firing, or of its sound for all firings of it; all carts if it is
    ///   left out
    Outcome stopCarts(Optional<String> which);

    /// What became of a wish.
    sealed interface Outcome {
        /// It is done.
        ///
        /// @param played what sounds or is to sound because of it
        record Done(Optional<Playing> played) implements Outcome {}

        record Refused(Reason reason) implements Outcome {}

        /// The world failed.
        ///
        /// @param why a sentence for the host
        record Failed(String why) implements Outcome {}
    }

    /// A piece that sounds.
    ///
    /// @param firing tells one firing of a cart from another; the piece's id for a track
    /// @param position how much of it has been heard, since its beginning or its last repetition
    record Playing(String firing, SoundShelf.Piece piece, boolean loop, Duration position) {}

    /// How music and carts stand.
    ///
    /// @param track the one that was asked for last, if any sounds
    /// @param next what comes after it
    /// @param volume a gain from 0 to 1
    /// @param crossfade how long two tracks sound together
    /// @param lowered whether music is lower at this moment because somebody speaks
    /// @param carts all that sound
    record Standing(
            Optional<Playing> track,
            Optional<SoundShelf.Piece> next,
            double volume,
            Duration crossfade,
            boolean lowered,
            List<Playing> carts) {
        public Standing {
            carts = List.copyOf(carts);
        }
    }
}
