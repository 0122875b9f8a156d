package io.partyline.port;

import io.partyline.show.Event;
import io.partyline.show.ShowId;
import java.util.List;
import java.util.Optional;

/// Every event of every show, in order, for good.
///
/// Only one thread appends. Reading is safe for many threads at once.
public interface Journal extends AutoCloseable {
    /// Writes events down. When this returns they survive a crash of the program and of the
    /// machine.
    ///
    /// @param entries in order, with rising numbers; all of them are written, or none
    /// @throws JournalException if they could not be written
    void append(ShowId show, List<Entry> entries);

    /// The events of one show, in order.
    ///
    /// @throws JournalException if they cannot be read
    List<Entry> replay(ShowId show);

    /// The shows there are, the newest first.
    List<ShowId> shows();

    /// The newest show, if it was never closed.
    Optional<ShowId> unfinished();

    /// The number of the last event of all; 0 if there is none.
    long lastSeq();

    @Override
    void close();

    /// One numbered event.
    ///
    /// @param seq from 1, without gaps, through all shows
    record Entry(long seq, Event event) {}
}
