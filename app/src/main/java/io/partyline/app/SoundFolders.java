package io.partyline.app;

import io.partyline.port.SoundShelf;
import io.partyline.soundfiles.FolderShelf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What lies in the folders of music and carts, and whether the host's own hold bed can be played.
/// Every file is opened, so this takes as long as that.
record SoundFolders(MusicSettings settings) {
    List<Finding> findings() {
        return Stream.concat(folders().stream(), Stream.of(holdMusic(settings, settings.holdBed())))
                .toList();
    }

    /// Music, then carts.
    List<Finding> folders() {
        return List.of(
                folder("music", settings.musicShelf()), folder("carts", settings.effectsShelf()));
    }

    private static Finding folder(String part, FolderShelf shelf) {
        shelf.look();
        Optional<String> trouble = shelf.trouble();
        List<SoundShelf.Piece> pieces = shelf.pieces();
        if (trouble.isPresent()) {
            return Finding.no(part, trouble.get() + " Make it, or change the setting.");
        }
        if (pieces.isEmpty()) {
            return Finding.off(
                    part, "None: put MP3, OGG, FLAC or WAV files into %s.".formatted(shelf.name()));
        }
        String broken =
                pieces.stream()
                        .flatMap(piece -> piece.trouble().stream())
                        .collect(Collectors.joining(" "));
        long good = pieces.stream().filter(piece -> piece.trouble().isEmpty()).count();
        String there = "%d to play in %s.".formatted(good, shelf.name());
        return broken.isEmpty() ? Finding.ok(part, there) : Finding.off(part, there + " " + broken);
    }

    /// What callers hear who wait.
    static Finding holdMusic(MusicSettings settings, HoldBedChoice bed) {
        Optional<String> trouble = bed.trouble();
        return trouble.map(why ->
                        Finding.no("hold music", why + " The built-in music is used until then."))
                .orElseGet(() ->
                        Finding.ok(
                                "hold music",
                                settings.holdMusic()
                                        .map(place -> "Callers who wait hear %s.".formatted(place))
                                        .orElse("Callers who wait hear the built-in music.")));
    }
}
