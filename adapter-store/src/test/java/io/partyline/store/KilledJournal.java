package io.partyline.store;

import io.partyline.port.Journal;
import io.partyline.rehearsal.LongShow;
import io.partyline.rehearsal.Victim;
import java.nio.file.Path;
import java.util.List;

/// A program that writes a journal as fast as it can, and promises after each write the number of
/// the last event. Tests run it in a process of its own, to kill it.
final class KilledJournal {
    private KilledJournal() {}

    /// Writes until it is killed.
    ///
    /// @param args the data folder, and the seed
    public static void main(String[] args) {
        var show = new LongShow(Long.parseLong(args[1]));
        try (Journal journal = new SqliteJournal(Path.of(args[0]))) {
            Journal.Lease lease = journal.take(LongShow.ID);
            while (true) {
                List<Journal.Entry> entries = show.next();
                journal.append(lease, entries);
                Victim.promise(entries.getLast().seq());
            }
        }
    }
}
