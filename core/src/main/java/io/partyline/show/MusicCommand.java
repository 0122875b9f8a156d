package io.partyline.show;

import java.util.List;
import java.util.Optional;

/// What the players report to the show: what sounds is a fact of the mix, and never waits for a
/// decision.
public sealed interface MusicCommand extends Command {
    /// The first sample of a track is in the mix.
    record BeginTrack(Played track, boolean loop, long atSample) implements MusicCommand {}

    /// Nothing of a track is heard any more.
    ///
    /// @param problem a sentence for the host, if it broke; else empty
    record EndTrack(Played track, PlayedOut how, String problem, long atSample)
            implements MusicCommand {}

    /// The first sample of a cart is in the mix.
    ///
    /// @param cart tells one firing from another
    record BeginCart(String cart, Played sound, boolean loop, long atSample)
            implements MusicCommand {}

    /// Nothing of a cart is heard any more.
    record EndCart(String cart, Played sound, PlayedOut how, String problem, long atSample)
            implements MusicCommand {}

    /// The host has set how music goes on.
    record SetMusic(double volume, boolean loop, Optional<Played> next) implements MusicCommand {}

    /// There are other files in a folder than before.
    ///
    /// @param broken a sentence for each that cannot be played
    record ReportShelf(ShelfName shelf, int pieces, List<String> broken) implements MusicCommand {
        public ReportShelf {
            broken = List.copyOf(broken);
        }
    }
}
