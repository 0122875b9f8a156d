package io.partyline.audio.player;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// What is wanted of a player, on its way to the audio thread, in order and without locks.
///
/// One thread at a time gives orders, the audio thread takes them.
final class Orders<T> {
    /// Far more than a host can press between two ticks.
    private static final int MOST = 64;

    private final AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(MOST);
    private final AtomicLong given = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();

    /// Adds an order behind the others.
    ///
    /// @return false if there are too many that nobody has taken: the clock stands still
    boolean give(T order) {
        long next = given.getPlain();
        if (next - taken.getAcquire() >= MOST) {
            return false;
        }
        places.setPlain((int) (next % MOST), order);
        given.setRelease(next + 1);
        return true;
    }

    /// The oldest order, which stays the oldest until it is [#done].
    @Nullable T next() {
        long at = taken.getPlain();
        return at < given.getAcquire() ? places.getPlain((int) (at % MOST)) : null;
    }

    void done() {
        long at = taken.getPlain();
        places.setPlain((int) (at % MOST), null);
        taken.setRelease(at + 1);
    }
}
