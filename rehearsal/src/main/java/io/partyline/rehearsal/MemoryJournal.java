package io.partyline.rehearsal;

import io.partyline.port.Journal;
import io.partyline.port.JournalException;
import io.partyline.port.StaleLeaseException;
import io.partyline.show.Event;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A journal that lasts as long as the program. Strict: the numbers of a show must rise by one, and
/// only its newest lease writes.
public final class MemoryJournal implements Journal {
    private final Map<ShowId, List<Entry>> shows = new LinkedHashMap<>();
    private final Map<ShowId, Lease> leases = new HashMap<>();
    private boolean broken;

    /// An empty journal.
    public MemoryJournal() {}

    /// From now on nothing can be written.
    public synchronized void breakDown() {
        broken = true;
    }

    @Override
    public synchronized Lease take(ShowId show) {
        requireWhole();
        return leases.merge(
                show, new Lease(show, 1), (before, _) -> new Lease(show, before.number() + 1));
    }

    @Override
    public synchronized void append(Lease lease, List<Entry> entries) {
        requireWhole();
        if (!lease.equals(leases.get(lease.show()))) {
            throw new StaleLeaseException();
        }
        if (entries.isEmpty()) {
            return;
        }
        requireOrder(lease.show(), entries);
        shows.computeIfAbsent(lease.show(), _ -> new ArrayList<>()).addAll(entries);
    }

    private void requireWhole() {
        if (broken) {
            throw new JournalException("The journal cannot be written.");
        }
    }

    private void requireOrder(ShowId show, List<Entry> entries) {
        long next = replay(show).isEmpty() ? 1 : replay(show).getLast().next();
        for (Entry entry : entries) {
            if (entry.seq() != next) {
                throw new JournalException(
                        "event %d cannot stand in place of event %d".formatted(entry.seq(), next));
            }
            next = entry.next();
        }
    }

    @Override
    public synchronized List<Entry> replay(ShowId show) {
        return List.copyOf(shows.getOrDefault(show, List.of()));
    }

    @Override
    public synchronized List<ShowId> shows() {
        return new ArrayList<>(shows.keySet()).reversed();
    }

    @Override
    public synchronized Optional<ShowId> unfinished() {
        return shows().stream().findFirst().filter(show -> !closed(show));
    }

    @Override
    public synchronized List<String> rewrite(Map<ShowId, UnaryOperator<Event>> words) {
        requireWhole();
        words.forEach((show, word) ->
                shows.getOrDefault(show, new ArrayList<>())
                        .replaceAll(entry -> new Entry(entry.seq(), word.apply(entry.event()))));
        return List.of();
    }

    @Override
    public synchronized void delete(ShowId show) {
        requireWhole();
        shows.remove(show);
    }

    @Override
    public void close() {}

    private boolean closed(ShowId show) {
        return replay(show).stream().anyMatch(e -> e.event() instanceof ShowEvent.ShowClosed);
    }
}
