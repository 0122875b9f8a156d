package io.partyline.studio.after;

import io.partyline.port.Archive;
import io.partyline.port.Journal;
import io.partyline.port.PastShows;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.studio.run.ShowThread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The shows that are over, read from the journal once each: what is told of them here does not
/// change any more, whatever comes late.
public final class OldShows implements PastShows {
    /// What the journal tells of a show that is over.
    private record Told(Instant startedAt, Optional<Instant> endedAt, Duration length, int calls) {}

    private final ShowThread shows;
    private final Journal journal;
    private final Archive archive;
    private final Filing filing;
    private final Map<ShowId, Told> told = new ConcurrentHashMap<>();

    public OldShows(ShowThread shows, Journal journal, Archive archive, Filing filing) {
        this.shows = shows;
        this.journal = journal;
        this.archive = archive;
        this.filing = filing;
    }

    @Override
    public List<PastShow> all() {
        return journal.shows().stream().filter(id -> !isRunning(id)).map(this::of).toList();
    }

    @Override
    public boolean knows(ShowId show) {
        return !isRunning(show) && journal.shows().contains(show);
    }

    private boolean isRunning(ShowId id) {
        Show now = shows.show();
        return now.open() && now.id().equals(id);
    }

    private PastShow of(ShowId id) {
        Told then = told.computeIfAbsent(id, this::read);
        return new PastShow(
                id,
                then.startedAt(),
                then.endedAt(),
                then.length(),
                then.calls(),
                archive.left(id));
    }

    private Told read(ShowId id) {
        List<Journal.Entry> entries = journal.replay(id);
        Show show = Show.before(entries.getFirst().seq() - 1);
        for (Journal.Entry entry : entries) {
            show = show.apply(entry.event());
        }
        Instant last = show.closedAt().orElse(entries.getLast().event().at());
        return new Told(
                show.openedAt(),
                show.closedAt(),
                Duration.between(show.openedAt(), last),
                show.history().aired().size());
    }

    @Override
    public Optional<Reason> delete(ShowId show) {
        if (isRunning(show) || shows.closed().stream().anyMatch(it -> it.id().equals(show))) {
            return Optional.of(Reason.STILL_NEEDED);
        }
        if (!knows(show)) {
            return Optional.of(Reason.NO_SUCH_SHOW);
        }
        filing.delete(show);
        journal.delete(show);
        told.remove(show);
        return Optional.empty();
    }
}
