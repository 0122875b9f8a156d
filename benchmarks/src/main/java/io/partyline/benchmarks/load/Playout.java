package io.partyline.benchmarks.load;

import java.util.ArrayDeque;
import java.util.Queue;

/// The carrier's buffer of one stream: what has been sent to it and not been played yet, with the
/// marks that lie between. Owned by one thread.
final class Playout {
    private static final long NANOS_PER_SAMPLE = 125_000;

    /// Marks that wait; a show has one under way.
    private static final int MOST_MARKS = 64;

    private record Mark(String name, long at) {}

    private final Queue<Mark> marks = new ArrayDeque<>();
    private long emptyAt;

    void add(long now, int samples) {
        emptyAt = Math.max(emptyAt, now) + samples * NANOS_PER_SAMPLE;
    }

    /// A mark is answered when what was sent before it has been played.
    void mark(long now, String name) {
        if (marks.size() < MOST_MARKS) {
            marks.add(new Mark(name, Math.max(emptyAt, now)));
        }
    }

    /// Nothing is left to play, so every mark is due.
    void clear(long now) {
        emptyAt = now;
        marks.stream()
                .map(mark -> new Mark(mark.name(), now))
                .toList()
                .forEach(mark -> {
                    marks.remove();
                    marks.add(mark);
                });
    }

    /// The next mark that is to be answered, or an empty text.
    String due(long now) {
        Mark next = marks.peek();
        if (next == null || next.at() > now) {
            return "";
        }
        marks.remove();
        return next.name();
    }
}
