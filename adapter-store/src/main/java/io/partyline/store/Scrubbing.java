package io.partyline.store;

import io.partyline.port.JournalException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Makes sure that what was deleted or replaced is nowhere in the file any more: not on free pages,
/// not between the rows of a page, not in the log beside it.
///
/// The whole file is written anew, which takes about a second for each hundred megabytes; who wants
/// to write meanwhile waits, and the show keeps its events in memory.
final class Scrubbing {
    private Scrubbing() {}

    static void of(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum");
            try (ResultSet log = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
                if (log.next() && log.getInt(1) != 0) {
                    throw new JournalException(
                            "What was deleted may still be in the journal's log, since somebody is"
                                    + " reading. Try again.");
                }
            }
        } catch (SQLException e) {
            throw Trouble.of("What was deleted could not be wiped out", e);
        }
    }
}
