package io.partyline.studio;

import io.partyline.port.Journal;
import io.partyline.port.JournalException;
import io.partyline.show.ShowId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A journal of one show, in memory, on a disk that may be full. Core cannot use the one that
/// rehearsals use, which stands on core.
public final class NoteBook implements Journal {
    public final List<Entry> entries = new CopyOnWriteArrayList<>();
    public volatile boolean full;

    /// An empty one.
    public NoteBook() {}

    @Override
    public void append(ShowId show, List<Entry> more) {
        if (full) {
            throw new JournalException("The disk is full.", new IllegalStateException("full"));
        }
        entries.addAll(more);
    }

    @Override
    public List<Entry> replay(ShowId show) {
        return List.copyOf(entries);
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
    public long lastSeq() {
        return 0;
    }

    @Override
    public void close() {}
}
