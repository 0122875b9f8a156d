package io.partyline.studio.sound;

import io.partyline.audio.rate.PhoneFrame;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// What is to be played to whom in one tick. Whichever threads work on it, each frame is taken
/// once.
final class PhoneRound {
    /// One caller's frame.
    record Play(Leg leg, PhoneFrame frame) {}

    private final List<Play> plays;
    private final AtomicInteger next = new AtomicInteger();

    PhoneRound(List<Play> plays) {
        this.plays = List.copyOf(plays);
    }

    /// The next to be played; empty once all have been taken.
    Optional<Play> take() {
        int place = next.getAndIncrement();
        return place < plays.size() ? Optional.of(plays.get(place)) : Optional.empty();
    }
}
