package io.partyline.port;

import java.time.Duration;

/// The sound that a show can play, and how music goes over into music.
///
/// @param music tracks: one at a time
/// @param effects carts: several at once
/// @param crossfade how long two tracks sound together, from [#SHORTEST] to [#LONGEST]
public record Shelves(SoundShelf music, SoundShelf effects, Duration crossfade) {
    /// Shorter is a cut.
    public static final Duration SHORTEST = Duration.ofMillis(500);

    /// Longer is a mix of two pieces.
    public static final Duration LONGEST = Duration.ofSeconds(8);

    /// As radio does it.
    public static final Duration USUAL = Duration.ofSeconds(3);

    /// A show that plays nothing.
    public static final Shelves NONE = new Shelves(SoundShelf.none(), SoundShelf.none());

    public Shelves {
        if (crossfade.compareTo(SHORTEST) < 0 || crossfade.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a crossfade takes from 0.5 to 8 seconds, not " + crossfade);
        }
    }

    /// With the crossfade that radio uses.
    public Shelves(SoundShelf music, SoundShelf effects) {
        this(music, effects, USUAL);
    }
}
