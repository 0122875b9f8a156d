package io.partyline.studio;

import io.partyline.port.EventFeed;
import io.partyline.port.Journal;
import io.partyline.port.JournalException;
import io.partyline.port.StaleLeaseException;
import io.partyline.show.Event;
import io.partyline.show.ShowId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// A journal in memory, on a disk that may be full. Core cannot use the one that rehearsals use,
/// which stands on core.
public final class NoteBook implements Journal {
    public final List<Entry> entries = new CopyOnWriteArrayList<>();
    public volatile boolean full;

    /// How often something was to be written.
    public volatile int tries;

    private final List<EventFeed.Told> byShow = new CopyOnWriteArrayList<>();
    private final Map<ShowId, Long> taken = new ConcurrentHashMap<>();

    /// An empty one.
    public NoteBook() {}

    @Override
    public List<String> rewrite(Map<ShowId, UnaryOperator<Event>> words) {
        throw new JournalException("A note book is not rewritten.");
    }

    @Override
    public Lease take(ShowId show) {
        return new Lease(show, taken.merge(show, 1L, Long::sum));
    }

    @Override
    public synchronized void append(Lease lease, List<Entry> more) {
        tries++;
        if (lease.number() != taken.getOrDefault(lease.show(), 0L)) {
            throw new StaleLeaseException();
        }
        if (full) {
            throw new JournalException("The disk is full.", new IllegalStateException("full"));
        }
        entries.addAll(more);
        more.forEach(entry -> byShow.add(new EventFeed.Told(lease.show(), entry)));
    }

    @Override
    public List<Entry> replay(ShowId show) {
        return byShow.stream()
                .filter(told -> told.show().equals(show))
                .map(EventFeed.Told::entry)
                .toList();
    }

    @Override
    public List<ShowId> shows() {
        return List.of();
    }

    @Override
    public Optional<ShowId> unfinished() {
        return Optional.empty();
    }

    @Override
    public void delete(ShowId show) {
        byShow.removeIf(told -> told.show().equals(show));
    }

    @Override
    public void close() {}
}
