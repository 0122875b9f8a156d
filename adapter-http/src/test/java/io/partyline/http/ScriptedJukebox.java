package io.partyline.http;

import io.partyline.port.Jukebox;
import io.partyline.port.Shelves;
import io.partyline.port.SoundShelf;
import io.partyline.show.Reason;
import io.partyline.show.ShelfName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A jukebox of which a test says what is in it, and that does what it is told at once.
final class ScriptedJukebox implements Jukebox {
    private final List<SoundShelf.Piece> music = new ArrayList<>();
    private final List<SoundShelf.Piece> effects = new ArrayList<>();
    private final List<Playing> carts = new ArrayList<>();
    private Optional<Playing> track = Optional.empty();
    private Optional<SoundShelf.Piece> next = Optional.empty();
    private double volume = 1;

    ScriptedJukebox() {
        music.add(piece("blues.mp3", "Harbour Blues", Optional.empty()));
        music.add(piece("broken.mp3", "broken", Optional.of("\"broken.mp3\" is damaged.")));
        effects.add(piece("horn.wav", "horn", Optional.empty()));
    }

    private static SoundShelf.Piece piece(String id, String title, Optional<String> trouble) {
        Optional<Duration> length =
                trouble.isPresent() ? Optional.empty() : Optional.of(Duration.ofMillis(61_500));
        return new SoundShelf.Piece(id, title, "The Boats", length, trouble, 1);
    }

    private List<SoundShelf.Piece> on(ShelfName shelf) {
        return shelf == ShelfName.MUSIC ? music : effects;
    }

    @Override
    public List<SoundShelf.Piece> pieces(ShelfName shelf) {
        return List.copyOf(on(shelf));
    }

    @Override
    public Optional<String> trouble(ShelfName shelf) {
        return shelf == ShelfName.MUSIC ? Optional.empty() : Optional.of("There is no folder sfx.");
    }

    @Override
    public Standing standing() {
        return new Standing(track, next, volume, Shelves.USUAL, false, carts);
    }

    private interface Use {
        Outcome of(SoundShelf.Piece piece);
    }

    private Outcome with(ShelfName shelf, String id, Use use) {
        return on(shelf).stream()
                .filter(piece -> piece.id().equals(id))
                .findFirst()
                .map(piece ->
                        piece.trouble()
                                .<Outcome>map(Outcome.Failed::new)
                                .orElseGet(() -> use.of(piece)))
                .orElse(
                        new Outcome.Refused(
                                shelf == ShelfName.MUSIC
                                        ? Reason.NO_SUCH_TRACK
                                        : Reason.NO_SUCH_SOUND));
    }

    private static Playing playing(String firing, SoundShelf.Piece piece, boolean loop) {
        return new Playing(firing, piece, loop, Duration.ofMillis(1_200));
    }

    @Override
    public Outcome play(String id, boolean loop) {
        return with(
                ShelfName.MUSIC,
                id,
                piece -> {
                    track = Optional.of(playing(id, piece, loop));
                    return new Outcome.Done(track);
                });
    }

    @Override
    public Outcome playNext(Optional<String> id) {
        if (id.isEmpty()) {
            next = Optional.empty();
            return new Outcome.Done(Optional.empty());
        }
        return with(
                ShelfName.MUSIC,
                id.get(),
                piece -> {
                    next = Optional.of(piece);
                    return new Outcome.Done(Optional.of(playing(piece.id(), piece, false)));
                });
    }

    @Override
    public Outcome skip() {
        if (next.isEmpty()) {
            return new Outcome.Refused(Reason.NOTHING_NEXT);
        }
        return play(next.get().id(), false);
    }

    @Override
    public Outcome stop() {
        track = Optional.empty();
        next = Optional.empty();
        return new Outcome.Done(Optional.empty());
    }

    @Override
    public void volume(double wanted) {
        volume = wanted;
    }

    @Override
    public Outcome loop(boolean again) {
        if (track.isEmpty()) {
            return new Outcome.Refused(Reason.NO_MUSIC);
        }
        track = track.map(now -> playing(now.firing(), now.piece(), again));
        return new Outcome.Done(track);
    }

    @Override
    public Outcome fire(String sound, boolean loop) {
        return with(
                ShelfName.EFFECTS,
                sound,
                piece -> {
                    carts.add(playing("cart-" + (carts.size() + 1), piece, loop));
                    return new Outcome.Done(Optional.of(carts.getLast()));
                });
    }

    @Override
    public Outcome playMessage(String id) {
        if (!id.equals("message-1")) {
            return new Outcome.Refused(Reason.NO_SUCH_MESSAGE);
        }
        Playing cart = playing("cart-9", piece(id, "Voicemail", Optional.empty()), false);
        carts.add(cart);
        return new Outcome.Done(Optional.of(cart));
    }

    @Override
    public Outcome stopCarts(Optional<String> which) {
        carts.removeIf(cart ->
                which.map(id -> id.equals(cart.firing()) || id.equals(cart.piece().id()))
                        .orElse(true));
        return new Outcome.Done(Optional.empty());
    }
}
