package io.partyline.studio.run;

import io.partyline.port.EventFeed;
import io.partyline.port.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The numbered events of the running program, for any number of readers at their own pace.
///
/// Readers keep only a number, so a slow one costs nothing. The list grows by a few events a second
/// at most; after [#MOST] the oldest half is given up, and a reader that far behind is cut off.
public final class Feed {
    /// Events kept: several hours of a lively show.
    private static final int MOST = 100_000;

    private final ReentrantLock guard = new ReentrantLock();
    private final Condition more = guard.newCondition();
    private final List<Journal.Entry> entries = new ArrayList<>();
    private long givenUp;

    public void add(Journal.Entry entry) {
        guard.lock();
        try {
            if (entries.size() >= MOST) {
                givenUp = entries.get(MOST / 2 - 1).seq();
                entries.subList(0, MOST / 2).clear();
            }
            entries.add(entry);
            more.signalAll();
        } finally {
            guard.unlock();
        }
    }

    /// A reader that starts behind the event with number `after`.
    public EventFeed from(long after) {
        return new Reader(after);
    }

    private final class Reader implements EventFeed {
        private long last;
        private volatile boolean closed;

        private Reader(long after) {
            this.last = after;
        }

        @Override
        public Optional<Journal.Entry> next(Duration limit) {
            guard.lock();
            try {
                long left = limit.toNanos();
                while (!closed && !hasMore()) {
                    if (left <= 0) {
                        return Optional.empty();
                    }
                    left = more.awaitNanos(left);
                }
                return Optional.of(take());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(
                        "interrupted while waiting for events", interrupted);
            } finally {
                guard.unlock();
            }
        }

        private boolean hasMore() {
            return !entries.isEmpty() && entries.getLast().seq() > last;
        }

        private Journal.Entry take() {
            if (closed) {
                throw new IllegalStateException("the feed is closed");
            }
            if (last != 0 && last < givenUp) {
                throw new IllegalStateException("too far behind: start again");
            }
            Journal.Entry entry = entries.get(firstAfter(last));
            last = entry.seq();
            return entry;
        }

        /// By bisection, so that a number that the journal has lost shifts nothing.
        private int firstAfter(long seq) {
            int low = 0;
            int high = entries.size() - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (entries.get(middle).seq() > seq) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        @Override
        public void close() {
            closed = true;
            guard.lock();
            try {
                more.signalAll();
            } finally {
                guard.unlock();
            }
        }
    }
}
