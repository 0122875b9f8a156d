package io.partyline.studio.program;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Who can be heard from which place of the program on, until that place is played. For one thread.
final class Titles {
    /// More changes than forty seconds can hold; beyond, the oldest is not shown.
    private static final int MOST = 64;

    private record Title(long place, String who) {}

    private final Deque<Title> coming = new ArrayDeque<>();
    private String last = "";

    /// Adds one, unless it says what the one before it says.
    ///
    /// @param place on the mixer's count
    void add(long place, String who) {
        if (who.equals(last)) {
            return;
        }
        last = who;
        if (coming.size() == MOST) {
            coming.removeFirst();
        }
        coming.addLast(new Title(place, who));
    }

    /// What is to be shown now that the program is at this place, if that has changed.
    Optional<String> due(long place) {
        Optional<String> due = Optional.empty();
        while (!coming.isEmpty() && coming.getFirst().place() <= place) {
            due = Optional.of(coming.removeFirst().who());
        }
        return due;
    }
}
