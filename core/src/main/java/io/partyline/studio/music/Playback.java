package io.partyline.studio.music;

import io.partyline.audio.Frames;
import io.partyline.audio.player.Reel;
import io.partyline.port.Jukebox;
import io.partyline.port.SoundShelf;
import io.partyline.show.Played;
import io.partyline.show.PlayedOut;
import io.partyline.studio.sound.ShowTime;
import java.time.Duration;

/// One piece on its way through a player. Guarded by the jukebox, but for its reel and feed.
final class Playback {
    final String firing;
    final SoundShelf.Piece piece;
    final Reel reel;
    final Feed feed;
    private PlayedOut fate = PlayedOut.FINISHED;
    private boolean told;

    Playback(String firing, SoundShelf.Piece piece, Reel reel, Feed feed) {
        this.firing = firing;
        this.piece = piece;
        this.reel = reel;
        this.feed = feed;
    }

    /// Whoever ends it first says why; one that is over has ended by itself.
    void end(PlayedOut how) {
        if (!ends() && !reel.hasEnded()) {
            fate = how;
        }
    }

    /// Whether somebody has ended it.
    boolean ends() {
        return fate != PlayedOut.FINISHED;
    }

    /// How it came to its end.
    PlayedOut fate() {
        return feed.problem().isPresent() && !ends() ? PlayedOut.BROKEN : fate;
    }

    /// What is wrong with it, if that has ended it.
    String problem() {
        return fate() == PlayedOut.BROKEN ? feed.problem().orElse("") : "";
    }

    /// Whether it sounds, and nobody has been told.
    boolean newlyBegun() {
        boolean news = reel.hasBegun() && !told;
        told |= news;
        return news;
    }

    long beganAt(ShowTime time) {
        return time.position(reel.begunAt());
    }

    long endedAt(ShowTime time) {
        return time.position(reel.endedAt());
    }

    Played played() {
        return new Played(piece.id(), piece.title(), piece.length().map(Duration::toMillis));
    }

    Jukebox.Playing playing() {
        return new Jukebox.Playing(firing, piece, reel.loops(), position());
    }

    private Duration position() {
        return Duration.ofMillis(reel.position() * 1_000 / Frames.RATE);
    }
}
