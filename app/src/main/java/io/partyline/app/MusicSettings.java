package io.partyline.app;

import io.partyline.port.Shelves;
import io.partyline.port.SoundException;
import io.partyline.port.SoundShelf;
import io.partyline.soundfiles.FolderShelf;
import io.partyline.soundfiles.HoldMusic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What a show can play: folders of music and carts, and a hold bed of the host's own.
///
/// @param folder what relative paths count from
record MusicSettings(Lookup lookup, Path folder) {
    private static final String MUSIC = "PARTYLINE_MUSIC";
    private static final String EFFECTS = "PARTYLINE_SFX";
    private static final String CROSSFADE = "PARTYLINE_MUSIC_CROSSFADE";
    private static final String HOLD = "PARTYLINE_PHONE_HOLD_MUSIC";

    /// Looks at everything once.
    void checked() {
        crossfade();
    }

    /// The folder of music.
    Path music() {
        return place(MUSIC, "music");
    }

    /// The folder of carts.
    Path effects() {
        return place(EFFECTS, "sfx");
    }

    private Path place(String name, String otherwise) {
        return folder.resolve(lookup.text(name, otherwise)).normalize();
    }

    Duration crossfade() {
        Duration wanted = lookup.duration(CROSSFADE, Shelves.USUAL);
        if (wanted.compareTo(Shelves.SHORTEST) < 0 || wanted.compareTo(Shelves.LONGEST) > 0) {
            throw Lookup.wrong(CROSSFADE, lookup.text(CROSSFADE, ""), "a time from 500ms to 8s");
        }
        return wanted;
    }

    /// The folders as shelves. One that nobody has named may be missing.
    Shelves shelves() {
        return new Shelves(musicShelf(), effectsShelf(), crossfade());
    }

    FolderShelf musicShelf() {
        return shelf(MUSIC, music());
    }

    FolderShelf effectsShelf() {
        return shelf(EFFECTS, effects());
    }

    private FolderShelf shelf(String name, Path place) {
        return new FolderShelf(place, lookup.find(name).isPresent());
    }

    /// The folders as shelves where there are any; where not, what is made up.
    Shelves shelvesOr(SoundShelf music, SoundShelf effects) {
        Shelves real = shelves();
        return new Shelves(
                Files.isDirectory(music()) ? real.music() : music,
                Files.isDirectory(effects()) ? real.effects() : effects,
                crossfade());
    }

    /// Where the host's own hold bed lies, if they have one.
    Optional<Path> holdMusic() {
        return lookup.find(HOLD).map(place -> folder.resolve(place).normalize());
    }

    /// What callers hear while they wait.
    HoldBedChoice holdBed() {
        try {
            return holdMusic()
                    .map(place -> HoldBedChoice.own(HoldMusic.read(place)))
                    .orElseGet(HoldBedChoice::builtIn);
        } catch (SoundException broken) {
            return HoldBedChoice.builtIn("%s: %s".formatted(HOLD, broken.getMessage()));
        }
    }
}
