package io.partyline.port;

import java.util.List;
import java.util.Optional;

/// No sound at all. A value; safe for use by many threads.
record NoShelf() implements SoundShelf {
    @Override
    public boolean isOff() {
        return true;
    }

    @Override
    public String name() {
        return "none";
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public List<Piece> pieces() {
        return List.of();
    }

    @Override
    public void watch(Runnable changed) {}

    @Override
    public SoundStream open(String id) {
        throw new SoundException("There is no folder of sounds.");
    }

    @Override
    public void close() {}
}
