package io.partyline.store;

import io.partyline.port.Journal;
import io.partyline.rehearsal.LongShow;
import io.partyline.rehearsal.Victim;
import java.nio.file.Path;
import java.util.List;

/// A program that writes a journal, closes it, opens it again and goes on; it promises after each
/// write the number of the last event. Tests write down what it asks of the disk.
final class JournalOfTwoStarts {
    static final String FOLDER = "data";

    private JournalOfTwoStarts() {}

    /// Writes both halves of a show.
    ///
    /// @param args where the data folder is made, the seed, and the decisions of each start
    public static void main(String[] args) {
        Path folder = Path.of(args[0]).resolve(FOLDER);
        var show = new LongShow(Long.parseLong(args[1]));
        int decisions = Integer.parseInt(args[2]);
        write(folder, show, decisions);
        write(folder, show, decisions);
    }

    private static void write(Path folder, LongShow show, int decisions) {
        try (Journal journal = new SqliteJournal(folder)) {
            Journal.Lease lease = journal.take(LongShow.ID);
            for (int i = 0; i < decisions; i++) {
                List<Journal.Entry> entries = show.next();
                journal.append(lease, entries);
                Victim.promise(entries.getLast().seq());
            }
        }
    }
}
