package io.partyline.rehearsal;

import io.partyline.port.Journal;
import io.partyline.port.JournalException;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A journal that lasts as long as the program. Strict: numbers must rise by one.
public final class MemoryJournal implements Journal {
    private final Map<ShowId, List<Entry>> shows = new LinkedHashMap<>();
    private long last;
    private boolean broken;

    /// An empty journal.
    public MemoryJournal() {}

    /// From now on nothing can be written.
    public synchronized void breakDown() {
        broken = true;
    }

    @Override
    public synchronized void append(ShowId show, List<Entry> entries) {
        if (broken) {
            throw new JournalException("The journal cannot be written.");
        }
        long next = last;
        for (Entry entry : entries) {
            next++;
            if (entry.seq() != next) {
                throw new JournalException(
                        "event %d cannot stand in place of event %d".formatted(entry.seq(), next));
            }
        }
        if (entries.isEmpty()) {
            return;
        }
        last = next;
        shows.computeIfAbsent(show, _ -> new ArrayList<>()).addAll(entries);
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
    public synchronized long lastSeq() {
        return last;
    }

    @Override
    public void close() {}

    private boolean closed(ShowId show) {
        return replay(show).stream().anyMatch(e -> e.event() instanceof ShowEvent.ShowClosed);
    }
}
