package io.partyline.port;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// Whether there is neither music nor carts, nor will be.
    public boolean isOff() {
        return music.isOff() && effects.isOff();
    }

    /// What is wrong with them, in sentences for the host: a folder, or files in it.
    public Optional<String> trouble() {
        String all =
                Stream.of(music, effects)
                        .flatMap(shelf ->
                                Stream.concat(shelf.trouble().stream(), broken(shelf).stream()))
                        .collect(Collectors.joining(" "));
        return Optional.of(all).filter(sentences -> !sentences.isEmpty());
    }

    private static Optional<String> broken(SoundShelf shelf) {
        List<String> sentences =
                shelf.pieces().stream().flatMap(piece -> piece.trouble().stream()).toList();
        return switch (sentences.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(sentences.getFirst());
            default ->
                    Optional.of(
                            "%s Another %d in %s cannot be played either."
                                    .formatted(
                                            sentences.getFirst(),
                                            sentences.size() - 1,
                                            shelf.name()));
        };
    }

    /// How much there is to play, in a sentence for the host.
    public String condition() {
        return "%d tracks in %s, %d carts in %s."
                .formatted(
                        music.pieces().size(),
                        music.name(),
                        effects.pieces().size(),
                        effects.name());
    }
}
