package io.partyline.studio.run;

import io.partyline.port.EventFeed;
import io.partyline.port.Journal;
import io.partyline.show.Event;
import io.partyline.show.ShowId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// The events of the running program, whatever show they are of, in the order in which they
/// happened, for any number of readers at their own pace.
///
/// Readers keep only a place, so a slow one costs nothing. The list grows by a few events a second
/// at most; after [#MOST] the oldest half is given up, and a reader that far behind is cut off.
public final class Feed {
    /// Events kept: several hours of a lively show.
    private static final int MOST = 100_000;

    private final ReentrantLock guard = new ReentrantLock();
    private final Condition more = guard.newCondition();
    private final List<EventFeed.Told> events = new ArrayList<>();

    /// How many events have been given up.
    private long givenUp;

    /// The last number of each show that has been given up.
    private final Map<ShowId, Long> lost = new HashMap<>();

    public void add(EventFeed.Told event) {
        guard.lock();
        try {
            if (events.size() >= MOST) {
                giveUp(events.subList(0, MOST / 2));
            }
            events.add(event);
            more.signalAll();
        } finally {
            guard.unlock();
        }
    }

    /// Writes other words into the events of a show that are kept, for somebody who is to be
    /// forgotten.
    public void rewrite(ShowId show, UnaryOperator<Event> words) {
        guard.lock();
        try {
            events.replaceAll(told -> told.show().equals(show) ? reworded(told, words) : told);
        } finally {
            guard.unlock();
        }
    }

    private static EventFeed.Told reworded(EventFeed.Told told, UnaryOperator<Event> words) {
        Journal.Entry entry = told.entry();
        return new EventFeed.Told(
                told.show(), new Journal.Entry(entry.seq(), words.apply(entry.event())));
    }

    private void giveUp(List<EventFeed.Told> oldest) {
        lost.clear();
        oldest.forEach(event -> lost.put(event.show(), event.entry().seq()));
        givenUp += oldest.size();
        oldest.clear();
    }

    /// A reader that starts behind the event of a show with number `after`; behind 0, with the
    /// first event of the show that there is. A show that is not known lies before everything or
    /// after everything, nobody knows: its reader starts now.
    public EventFeed from(ShowId show, long after) {
        guard.lock();
        try {
            return new Reader(tooFar(show, after) ? -1 : givenUp + behind(show, after));
        } finally {
            guard.unlock();
        }
    }

    private boolean tooFar(ShowId show, long after) {
        return after != 0 && after < lost.getOrDefault(show, 0L);
    }

    /// The place behind the last event of the show that the reader knows. Looked for from the end,
    /// since most readers know nearly everything.
    private int behind(ShowId show, long after) {
        int first = events.size();
        for (int place = events.size() - 1; place >= 0; place--) {
            EventFeed.Told event = events.get(place);
            if (event.show().equals(show)) {
                if (event.entry().seq() <= after) {
                    return place + 1;
                }
                first = place;
            }
        }
        return first;
    }

    private final class Reader implements EventFeed {
        /// How many events lie before the next one; -1 if some of them are not there any more.
        private long place;

        private volatile boolean closed;

        private Reader(long place) {
            this.place = place;
        }

        @Override
        public Optional<Told> next(Duration limit) {
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
            return place < givenUp + events.size();
        }

        private Told take() {
            if (closed) {
                throw new IllegalStateException("the feed is closed");
            }
            if (place < givenUp) {
                throw new IllegalStateException("too far behind: start again");
            }
            Told event = events.get((int) (place - givenUp));
            place++;
            return event;
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
