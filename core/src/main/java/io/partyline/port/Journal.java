package io.partyline.port;

import io.partyline.show.Event;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Every event of every show, in order, for good, but for what a caller wants forgotten.
///
/// Each show has numbers of its own, and one writer: whoever has [taken][#take] its lease last. So
/// two programs that take the same show for theirs can never both write it, and what comes late for
/// one show never waits for another.
///
/// Safe for use by many threads, and by many programs, at once.
public interface Journal extends AutoCloseable {
    /// Takes a show, which need not have any events yet, to write it from now on. Every lease of
    /// this show that was taken before is stale when this returns; whatever was appended with them
    /// has been appended, and nothing more will be. So whoever goes on in a show takes it first,
    /// and reads it then.
    ///
    /// @throws JournalException if it could not be written down
    Lease take(ShowId show);

    /// Writes events of the lease's show down. When this returns they survive a crash of the
    /// program and of the machine.
    ///
    /// @param entries in order; their numbers go on where the show's last ended, from 1 in a new
    ///   one. All of them are written, or none
    /// @throws StaleLeaseException if somebody has taken the show since; this will not get better
    /// @throws JournalException if they could not be written, or leave a gap, or are there already
    void append(Lease lease, List<Entry> entries);

    /// The events of one show, in order. No half of an append is ever seen.
    ///
    /// @throws JournalException if they cannot be read
    List<Entry> replay(ShowId show);

    /// The shows that have events, the one that was opened last first.
    List<ShowId> shows();

    /// The show that was opened last, if it was never closed.
    Optional<ShowId> unfinished();

    /// Writes other words into events that are there, for somebody who is to be forgotten: this
    /// alone changes what is in a journal. Numbers, order and types stay, and so does the lease, so
    /// that a show may run meanwhile. Afterwards no byte of what stood there is left where the
    /// journal is kept.
    ///
    /// @param words for each show, what becomes of an event; the same type at the same instant
    /// @return what could not be rewritten, such as a damaged journal that was set aside, by name
    /// @throws JournalException if it could not be done; then it may be done in part, and can be
    ///   done again
    List<String> rewrite(Map<ShowId, UnaryOperator<Event>> words);

    /// Takes a whole show out of the journal, whose other shows stay as they are. Afterwards no
    /// byte of it is left where the journal is kept. A show that is not there is no error.
    ///
    /// @throws JournalException if it could not be done; it can be done again
    void delete(ShowId show);

    @Override
    void close();

    /// The right of one writer to one show.
    ///
    /// @param number rises with every take of this show
    record Lease(ShowId show, long number) {}

    /// One numbered event.
    ///
    /// @param seq rises by one through its show, from 1; the numbers of a show from the time when
    ///   they went on through all shows begin later
    record Entry(long seq, Event event) {
        /// The number of the event behind it. One that stands for others has all their numbers.
        public long next() {
            return event instanceof ShowEvent.EventsLost(var count, _) ? seq + count : seq + 1;
        }
    }
}
