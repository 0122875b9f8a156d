package io.partyline.studio.run;

import io.partyline.port.Journal;
import io.partyline.port.JournalException;
import io.partyline.port.StaleLeaseException;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the journal: holds the lease of each show that is being written, and keeps what could not
/// be written, show by show, until it can be.
///
/// A show does not stop because it cannot be written down; but the host is told. What is too much
/// to be kept is lost; the journal says so, as an event, and goes on behind it. For the show
/// thread; any thread may read [#trouble].
public final class JournalWriter {
    private static final System.Logger LOG = System.getLogger(JournalWriter.class.getName());

    /// Decisions that are kept for a journal that cannot be written; several hours of a lively
    /// show.
    private static final int UNWRITTEN = 50_000;

    private final Journal journal;
    private final int most;
    private final Map<ShowId, Pages> shows = new LinkedHashMap<>();
    private int waiting;

    /// Whether writing again has just been tried, and did not work.
    private boolean inVain;

    private ShowId latest = new ShowId("none");
    private volatile Optional<String> trouble = Optional.empty();

    /// One show's part of the journal.
    private final class Pages {
        private final ShowId show;
        private final Deque<List<Journal.Entry>> unwritten = new ArrayDeque<>();
        private Optional<Journal.Lease> lease = Optional.empty();

        /// Why nothing more of this show is written.
        private Optional<String> ended = Optional.empty();

        private boolean done;

        private Pages(ShowId show) {
            this.show = show;
        }

        /// What is too much to be kept; it comes behind all that is.
        private Optional<Journal.Entry> lost = Optional.empty();

        private long lostInAll;

        /// Once something is lost, so is all that comes before the journal can be written again.
        private void keep(List<Journal.Entry> entries) {
            if (ended.isPresent() || entries.isEmpty()) {
                return;
            }
            if (lost.isPresent() || waiting >= most) {
                lose(entries);
            } else {
                unwritten.add(entries);
                waiting++;
            }
        }

        private void lose(List<Journal.Entry> entries) {
            if (lost.isEmpty()) {
                LOG.log(Level.ERROR, "the journal of {0} has a gap from here on", show);
            }
            long from = lost.map(Journal.Entry::seq).orElse(entries.getFirst().seq());
            Journal.Entry last = entries.getLast();
            lost =
                    Optional.of(
                            new Journal.Entry(
                                    from,
                                    new ShowEvent.EventsLost(
                                            last.next() - from, last.event().at())));
            lostInAll += entries.size();
        }

        /// What the host is to know for the rest of the show.
        private Optional<String> missing() {
            return lostInAll == 0
                    ? ended
                    : Optional.of(
                            "The journal could not be written for too long: %d decisions of this show are missing in it."
                                    .formatted(lostInAll));
        }

        /// Whether something is still to be written.
        private boolean waits() {
            return !unwritten.isEmpty() || lost.isPresent();
        }

        private Journal.Lease lease() {
            Journal.Lease held = lease.orElseGet(() -> journal.take(show));
            lease = Optional.of(held);
            return held;
        }

        private void write() {
            for (var next = unwritten.peek(); next != null; next = unwritten.peek()) {
                journal.append(lease(), next);
                unwritten.remove();
                waiting--;
            }
            if (lost.isPresent()) {
                journal.append(lease(), List.of(lost.get()));
                lost = Optional.empty();
            }
        }

        private void end(StaleLeaseException stale) {
            ended = Optional.ofNullable(stale.getMessage());
            waiting -= unwritten.size();
            unwritten.clear();
            lost = Optional.empty();
        }
    }

    public JournalWriter(Journal journal) {
        this(journal, UNWRITTEN);
    }

    /// @param most decisions that are kept
    JournalWriter(Journal journal, int most) {
        this.journal = journal;
        this.most = most;
    }

    /// Takes a show that is to be gone on in; to be called before it is read.
    ///
    /// @throws JournalException if that is not possible
    public void take(ShowId show) {
        pages(show).lease();
    }

    /// What is wrong with the journal, in a sentence; empty if nothing is.
    Optional<String> trouble() {
        return trouble;
    }

    /// Writes events down, behind all that is still to be written; if that has just been tried in
    /// vain they wait for the next time. A disk that is in trouble is often slow as well.
    void write(ShowId show, List<Journal.Entry> entries) {
        latest = show;
        pages(show).keep(entries);
        if (!inVain) {
            write();
        }
    }

    /// Tries once more what could not be written, if there is anything: in a show in which nothing
    /// happens, nothing else would write it.
    void writeAgain() {
        if (isBehind()) {
            write();
        }
        inVain = isBehind();
    }

    private boolean isBehind() {
        for (Pages pages : shows.values()) {
            if (pages.waits()) {
                return true;
            }
        }
        return false;
    }

    private void write() {
        trouble =
                writeAll().or(() -> Optional.ofNullable(shows.get(latest)).flatMap(Pages::missing));
        shows.values().removeIf(past -> past.done && !past.waits());
    }

    /// Nothing more will happen in a show.
    void done(ShowId show) {
        Optional.ofNullable(shows.get(show)).ifPresent(pages -> pages.done = true);
    }

    private Pages pages(ShowId show) {
        return shows.computeIfAbsent(show, Pages::new);
    }

    /// In the order in which the shows were opened, as far as it goes: a show must never stand in
    /// the journal before one that was opened earlier.
    ///
    /// @return what went wrong; empty if nothing did
    private Optional<String> writeAll() {
        return shows.values().stream().flatMap(pages -> write(pages).stream()).findFirst();
    }

    private Optional<String> write(Pages pages) {
        try {
            pages.write();
            return Optional.empty();
        } catch (StaleLeaseException stale) {
            LOG.log(Level.ERROR, "somebody else writes " + pages.show, stale);
            pages.end(stale);
            return Optional.empty();
        } catch (JournalException failed) {
            if (trouble.isEmpty()) {
                LOG.log(Level.ERROR, "the journal cannot be written", failed);
            }
            return Optional.ofNullable(failed.getMessage());
        }
    }
}
