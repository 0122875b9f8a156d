package io.partyline.simulation;

import io.partyline.port.Journal;
import io.partyline.port.JournalException;
import io.partyline.port.StaleLeaseException;
import io.partyline.show.Event;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// A journal on a disk that may be slow, or full for a while, and on which the program may be
/// killed before a write or right behind it. What it has, it keeps.
final class Disk implements Journal {
    private static final Played NOTHING = new Played(0, Show.before(0));

    /// A show as it is after so many entries of its journal.
    private record Played(int entries, Show show) {}

    private final Chance chance;
    private final Agenda agenda;
    private final SequencedMap<ShowId, List<Entry>> shows = new LinkedHashMap<>();
    private final Map<ShowId, Long> leases = new HashMap<>();
    private final Map<ShowId, Played> played = new HashMap<>();
    private long fullUntil;

    Disk(Chance chance, Agenda agenda) {
        this.chance = chance;
        this.agenda = agenda;
    }

    @Override
    public Lease take(ShowId show) {
        return new Lease(show, leases.merge(show, 1L, Long::sum));
    }

    @Override
    public void append(Lease lease, List<Entry> entries) {
        if (lease.number() != leases.getOrDefault(lease.show(), 0L)) {
            throw new StaleLeaseException();
        }
        room();
        if (chance.strikes(Fault.KILLED_BEFORE_A_WRITE, 0.0005)) {
            throw new Killed();
        }
        List<Entry> there = shows.computeIfAbsent(lease.show(), _ -> new ArrayList<>());
        long next = there.isEmpty() ? 1 : there.getLast().next();
        for (Entry entry : entries) {
            if (entry.seq() != next) {
                throw new AssertionError("event %d is not %d".formatted(entry.seq(), next));
            }
            next = entry.next();
        }
        there.addAll(entries);
        if (chance.strikes(Fault.KILLED_BEHIND_A_WRITE, 0.0005)) {
            throw new Killed();
        }
    }

    private void room() {
        if (chance.strikes(Fault.DISK_SLOW, 0.005)) {
            agenda.pass(chance.between(100, chance.often(0.2) ? 9_000 : 1_500));
        }
        if (agenda.now() >= fullUntil && chance.strikes(Fault.DISK_FULL, 0.001)) {
            fullUntil = agenda.now() + chance.between(1, 30_000);
        }
        if (agenda.now() < fullUntil && !chance.isCalm()) {
            throw new JournalException("The disk is full.", new IllegalStateException("full"));
        }
    }

    @Override
    public List<Entry> replay(ShowId show) {
        return List.copyOf(shows.getOrDefault(show, List.of()));
    }

    /// The number of the last event of a show that is on the disk; 0 if there is none.
    long last(ShowId show) {
        List<Entry> there = shows.getOrDefault(show, List.of());
        return there.isEmpty() ? 0 : there.getLast().seq();
    }

    /// A show as the journal has it. What has been replayed once is not replayed again: the journal
    /// only grows.
    Show played(ShowId id) {
        List<Entry> there = shows.getOrDefault(id, List.of());
        Played before = played.getOrDefault(id, NOTHING);
        Show show = before.show();
        for (Entry entry : there.subList(before.entries(), there.size())) {
            show = show.apply(entry.event());
        }
        played.put(id, new Played(there.size(), show));
        return show;
    }

    @Override
    public List<ShowId> shows() {
        return List.copyOf(shows.reversed().keySet());
    }

    @Override
    public Optional<ShowId> unfinished() {
        return shows().stream().findFirst().filter(last -> played(last).open());
    }

    @Override
    public List<String> rewrite(Map<ShowId, UnaryOperator<Event>> words) {
        throw new JournalException("Nobody is forgotten in a simulation.");
    }

    @Override
    public void delete(ShowId show) {
        throw new JournalException("No show is deleted in a simulation.");
    }

    @Override
    public void close() {}
}
