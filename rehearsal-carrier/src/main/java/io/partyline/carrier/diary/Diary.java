package io.partyline.carrier.diary;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What happened, in order. Tests wait on it instead of sleeping.
///
/// Keeps the latest 50 000 happenings, about a quarter of an hour of a busy rehearsal. Safe for use
/// by many threads at once.
public final class Diary {
    private static final int LIMIT = 50_000;
    private static final int SHOWN = 12;

    private final InstantSource time;
    private final Deque<Happening> happenings = new ArrayDeque<>();
    private final Bell bell = new Bell();

    public Diary(InstantSource time) {
        this.time = time;
    }

    public Instant now() {
        return time.instant();
    }

    public void write(Happening happening) {
        synchronized (happenings) {
            if (happenings.size() == LIMIT) {
                happenings.removeFirst();
            }
            happenings.addLast(happening);
        }
        bell.ring();
    }

    /// Everything kept, oldest first.
    public List<Happening> all() {
        synchronized (happenings) {
            return List.copyOf(happenings);
        }
    }

    /// Everything of one kind, oldest first.
    public <T extends Happening> List<T> all(Class<T> kind) {
        return stream(kind).toList();
    }

    /// Waits until something of this kind that fits has happened, and gives the first.
    ///
    /// @throws NotSeenException if it has not happened in time
    public <T extends Happening> T await(Class<T> kind, Predicate<T> fits, Duration within) {
        return await(kind, fits, 1, within).getFirst();
    }

    /// Waits until at least so many of this kind that fit have happened.
    ///
    /// @throws NotSeenException if they have not happened in time
    public <T extends Happening> List<T> await(
            Class<T> kind, Predicate<T> fits, int count, Duration within) {
        if (!bell.await(() -> stream(kind).filter(fits).count() >= count, within)) {
            throw new NotSeenException(kind.getSimpleName() + " x " + count, latest());
        }
        return stream(kind).filter(fits).toList();
    }

    private <T extends Happening> Stream<T> stream(Class<T> kind) {
        return all().stream().filter(kind::isInstance).map(kind::cast);
    }

    private List<Happening> latest() {
        List<Happening> all = all();
        return all.subList(Math.max(0, all.size() - SHOWN), all.size());
    }
}
