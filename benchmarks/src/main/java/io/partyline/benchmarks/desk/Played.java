package io.partyline.benchmarks.desk;

import io.partyline.benchmarks.Sounds;
import io.partyline.port.Jukebox;
import io.partyline.port.Shelves;
import io.partyline.rehearsal.HandShelf;

/// Music and two carts that sound without end.
final class Played {
    private static final String TRACK = "track.wav";
    private static final String ONE = "one.wav";
    private static final String OTHER = "other.wav";

    /// Ten seconds.
    private static final int LENGTH = 480_000;

    private final HandShelf music = new HandShelf();
    private final HandShelf effects = new HandShelf();

    Played() {
        music.put(TRACK, Sounds.noise(LENGTH, 1));
        effects.put(ONE, Sounds.noise(LENGTH, 2));
        effects.put(OTHER, Sounds.noise(LENGTH, 3));
    }

    Shelves shelves() {
        return new Shelves(music, effects, Shelves.USUAL);
    }

    /// Begins to play all of it.
    ///
    /// @throws IllegalStateException if something does not sound: that would be another measurement
    void begin(Jukebox jukebox) {
        sounds(jukebox.play(TRACK, true));
        sounds(jukebox.fire(ONE, true));
        sounds(jukebox.fire(OTHER, true));
    }

    private static void sounds(Jukebox.Outcome outcome) {
        if (!(outcome instanceof Jukebox.Outcome.Done)) {
            throw new IllegalStateException("It does not sound: " + outcome);
        }
    }
}
