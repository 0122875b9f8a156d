package io.partyline.http;

import io.partyline.port.Jukebox;
import io.partyline.port.SoundShelf;
import io.partyline.show.ShelfName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Music and carts.
record MusicRoutes(Control control) {
    /// @param folderProblem why none of it can be looked at, in a sentence
    record Music(
            List<Piece> tracks,
            Optional<String> folderProblem,
            Optional<Sounding> playing,
            Optional<Piece> next,
            double volume,
            boolean lowered,
            long crossfadeMs) {
        static Music of(Jukebox jukebox) {
            Jukebox.Standing now = jukebox.standing();
            return new Music(
                    Piece.all(jukebox, ShelfName.MUSIC),
                    jukebox.trouble(ShelfName.MUSIC),
                    now.track().map(Sounding::of),
                    now.next().map(Piece::of),
                    now.volume(),
                    now.lowered(),
                    now.crossfade().toMillis());
        }
    }

    record Effects(List<Piece> sounds, Optional<String> folderProblem, List<Cart> playing) {
        static Effects of(Jukebox jukebox) {
            return new Effects(
                    Piece.all(jukebox, ShelfName.EFFECTS),
                    jukebox.trouble(ShelfName.EFFECTS),
                    jukebox.standing().carts().stream().map(Cart::of).toList());
        }
    }

    /// What lies in a folder.
    ///
    /// @param id what it is played by
    /// @param problem why it cannot be played, in a sentence
    record Piece(
            String id,
            String title,
            String artist,
            Optional<Long> lengthMs,
            Optional<String> problem) {
        static List<Piece> all(Jukebox jukebox, ShelfName shelf) {
            return jukebox.pieces(shelf).stream().map(Piece::of).toList();
        }

        static Piece of(SoundShelf.Piece piece) {
            return new Piece(
                    piece.id(),
                    piece.title(),
                    piece.artist(),
                    piece.length().map(Duration::toMillis),
                    piece.trouble());
        }
    }

    /// A track that sounds.
    record Sounding(
            String track,
            String title,
            String artist,
            boolean loop,
            long positionMs,
            Optional<Long> lengthMs) {
        static Sounding of(Jukebox.Playing playing) {
            SoundShelf.Piece piece = playing.piece();
            return new Sounding(
                    piece.id(),
                    piece.title(),
                    piece.artist(),
                    playing.loop(),
                    playing.position().toMillis(),
                    piece.length().map(Duration::toMillis));
        }
    }

    /// A cart that sounds.
    ///
    /// @param cart tells one firing from another
    record Cart(
            String cart,
            String sound,
            String title,
            boolean loop,
            long positionMs,
            Optional<Long> lengthMs) {
        static Cart of(Jukebox.Playing playing) {
            SoundShelf.Piece piece = playing.piece();
            return new Cart(
                    playing.firing(),
                    piece.id(),
                    piece.title(),
                    playing.loop(),
                    playing.position().toMillis(),
                    piece.length().map(Duration::toMillis));
        }
    }

    /// @param loop whether it begins again at its end; no if nothing is said
    record Track(String track, Optional<Boolean> loop) {}

    record Next(Optional<String> track) {}

    record Volume(Double volume) {}

    record Loop(Boolean loop) {}

    record Sound(String sound, Optional<Boolean> loop) {}

    /// @param cart one firing
    /// @param sound all firings of a sound
    record Which(Optional<String> cart, Optional<String> sound) {}

    record Done(String status) {}

    record TrackDone(String status, Optional<String> track, Optional<String> title) {
        static TrackDone of(String status, Optional<Jukebox.Playing> played) {
            Optional<SoundShelf.Piece> piece = played.map(Jukebox.Playing::piece);
            return new TrackDone(
                    status, piece.map(SoundShelf.Piece::id), piece.map(SoundShelf.Piece::title));
        }
    }

    record CartDone(String status, String cart, String sound, String title) {
        static CartDone of(Jukebox.Playing played) {
            return new CartDone(
                    "playing", played.firing(), played.piece().id(), played.piece().title());
        }
    }

    void into(Routes routes) {
        routes.get("/api/music", _ -> Music.of(jukebox()))
                .post("/api/music/play", this::play)
                .post("/api/music/next", this::next)
                .post("/api/music/skip", this::skip)
                .post("/api/music/stop", this::stop)
                .post("/api/music/volume", this::volume)
                .post("/api/music/loop", this::loop)
                .get("/api/sfx", _ -> Effects.of(jukebox()))
                .post("/api/sfx/play", this::fire)
                .post("/api/sfx/stop", this::stopCarts);
    }

    private Jukebox jukebox() {
        return control.room().jukebox();
    }

    private TrackDone play(Asked asked) {
        Track wanted = asked.body(Track.class);
        return TrackDone.of(
                "playing", done(jukebox().play(wanted.track(), wanted.loop().orElse(false))));
    }

    private TrackDone next(Asked asked) {
        Optional<String> track = asked.body(Next.class).track();
        return TrackDone.of("next", done(jukebox().playNext(track)));
    }

    private TrackDone skip(Asked asked) {
        asked.nothing();
        return TrackDone.of("playing", done(jukebox().skip()));
    }

    private Done stop(Asked asked) {
        asked.nothing();
        done(jukebox().stop());
        return new Done("stopped");
    }

    private Volume volume(Asked asked) {
        Volume wanted = asked.body(Volume.class);
        if (!(wanted.volume() >= 0 && wanted.volume() <= 1)) {
            throw new Problem(400, "The field \"volume\" must be a number from 0 to 1.");
        }
        jukebox().volume(wanted.volume());
        return wanted;
    }

    private Loop loop(Asked asked) {
        Loop wanted = asked.body(Loop.class);
        done(jukebox().loop(wanted.loop()));
        return wanted;
    }

    private CartDone fire(Asked asked) {
        Sound wanted = asked.body(Sound.class);
        return done(jukebox().fire(wanted.sound(), wanted.loop().orElse(false)))
                .map(CartDone::of)
                .orElseThrow(() -> new IllegalStateException("a cart without a firing"));
    }

    private Done stopCarts(Asked asked) {
        Which which = asked.body(Which.class);
        if (which.cart().isPresent() && which.sound().isPresent()) {
            throw new Problem(400, "Name a \"cart\" or a \"sound\", not both.");
        }
        done(jukebox().stopCarts(which.cart().or(which::sound)));
        return new Done("stopped");
    }

    private static Optional<Jukebox.Playing> done(Jukebox.Outcome outcome) {
        return switch (outcome) {
            case Jukebox.Outcome.Done(var played) -> played;
            case Jukebox.Outcome.Refused(var reason) -> throw new Problem(reason);
            case Jukebox.Outcome.Failed(var why) -> throw new Problem(502, why);
        };
    }
}
