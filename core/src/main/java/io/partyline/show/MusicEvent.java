package io.partyline.show;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is played on the show: music and carts. All of it is over when the show ends or goes on
/// after a restart, without an event for each.
public sealed interface MusicEvent extends Event {
    /// A track began to sound.
    ///
    /// @param loop whether it begins again at its end
    /// @param atSample the show position of its first sample
    record TrackBegan(Played track, boolean loop, long atSample, Instant at)
            implements MusicEvent {}

    /// A track is heard no more.
    ///
    /// @param problem a sentence for the host, if its file broke; else empty
    /// @param atSample the show position behind its last sample
    record TrackEnded(Played track, PlayedOut how, String problem, long atSample, Instant at)
            implements MusicEvent {}

    /// A cart began to sound.
    ///
    /// @param cart tells one firing from another
    /// @param atSample the show position of its first sample
    record CartFired(String cart, Played sound, boolean loop, long atSample, Instant at)
            implements MusicEvent {}

    /// A cart is heard no more.
    record CartEnded(
            String cart, Played sound, PlayedOut how, String problem, long atSample, Instant at)
            implements MusicEvent {}

    /// The host has set how music goes on.
    ///
    /// @param volume a gain; 1 is as it comes
    /// @param loop whether the track that sounds begins again at its end
    /// @param next what comes after it
    record MusicSet(double volume, boolean loop, Optional<Played> next, Instant at)
            implements MusicEvent {}

    /// There are other files in a folder than before.
    ///
    /// @param pieces how many there are
    /// @param broken a sentence for each that cannot be played
    record ShelfChanged(ShelfName shelf, int pieces, List<String> broken, Instant at)
            implements MusicEvent {
        public ShelfChanged {
            broken = List.copyOf(broken);
        }
    }
}
