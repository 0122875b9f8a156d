package io.partyline.port;

import io.partyline.show.Reason;
import io.partyline.show.ShelfName;
import java.util.List;
import java.util.Optional;

/// Plays nothing. A value; safe for use by many threads.
record NoJukebox() implements Jukebox {
    private static final Outcome NOTHING = new Outcome.Done(Optional.empty());

    @Override
    public List<SoundShelf.Piece> pieces(ShelfName shelf) {
        return List.of();
    }

    @Override
    public Optional<String> trouble(ShelfName shelf) {
        return Optional.empty();
    }

    @Override
    public Standing standing() {
        return new Standing(Optional.empty(), Optional.empty(), 1, Shelves.USUAL, false, List.of());
    }

    @Override
    public Outcome play(String track, boolean loop) {
        return new Outcome.Refused(Reason.NO_SUCH_TRACK);
    }

    @Override
    public Outcome playNext(Optional<String> track) {
        return track.isPresent() ? new Outcome.Refused(Reason.NO_SUCH_TRACK) : NOTHING;
    }

    @Override
    public Outcome skip() {
        return new Outcome.Refused(Reason.NOTHING_NEXT);
    }

    @Override
    public Outcome stop() {
        return NOTHING;
    }

    @Override
    public void volume(double volume) {}

    @Override
    public Outcome loop(boolean again) {
        return new Outcome.Refused(Reason.NO_MUSIC);
    }

    @Override
    public Outcome fire(String sound, boolean loop) {
        return new Outcome.Refused(Reason.NO_SUCH_SOUND);
    }

    @Override
    public Outcome playMessage(String id) {
        return new Outcome.Refused(Reason.NO_SUCH_MESSAGE);
    }

    @Override
    public Outcome stopCarts(Optional<String> which) {
        return NOTHING;
    }
}
