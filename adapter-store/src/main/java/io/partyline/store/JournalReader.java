package io.partyline.store;

import io.partyline.events.EventJson;
import io.partyline.port.Journal.Entry;
import io.partyline.port.JournalException;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The shows in a journal, to be read: on a connection of its own, so that whoever reads a long
/// show never holds up the show that is being written.
///
/// Each question sees all that was appended before it was asked. Questions wait for one another,
/// and never for a write. Safe for use by many threads at once.
public final class JournalReader implements AutoCloseable {
    private final Connection connection;

    /// @param connection this object's alone from here on
    JournalReader(Connection connection) {
        this.connection = connection;
    }

    /// Opens the journal of a folder without changing a byte of it, whether or not a show is
    /// running on it.
    ///
    /// @param folder the data folder
    /// @throws JournalException if there is none, or it cannot be read
    public static JournalReader open(Path folder) {
        try {
            return new JournalReader(Database.read(folder, Database.FILE));
        } catch (SQLException e) {
            throw Trouble.of(SqliteJournal.OPEN, e);
        }
    }

    /// The events of one show, in order; none if there is no such show.
    ///
    /// @throws JournalException if they cannot be read
    public List<Entry> replay(ShowId show) {
        var found = new ArrayList<Entry>();
        each(show, found::add);
        return List.copyOf(found);
    }

    /// Hands over the events of one show, each as it is read.
    void each(ShowId show, Consumer<Entry> reader) {
        query(
                "select seq, body from event where show = ? order by seq",
                show.value(),
                row -> {
                    long seq = row.getLong(1);
                    reader.accept(new Entry(seq, EventJson.read(seq, row.getString(2))));
                });
    }

    /// The shows there are, the one that was opened last first. Rows are deleted by whole shows, so
    /// the others lie in the order in which they were written: that of the first rows of all shows
    /// is the order in which these were opened, whatever came late.
    public List<ShowId> shows() {
        var found = new ArrayList<ShowId>();
        query(
                "select show from event group by show order by min(rowid) desc",
                "",
                row -> found.add(new ShowId(row.getString(1))));
        return List.copyOf(found);
    }

    /// The show that was opened last, if it was never closed.
    public Optional<ShowId> unfinished() {
        return shows().stream().findFirst().filter(show -> !closed(show));
    }

    private boolean closed(ShowId show) {
        return replay(show).stream().anyMatch(e -> e.event() instanceof ShowEvent.ShowClosed);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Trouble.of("The journal could not be closed", e);
        }
    }

    /// Takes in one row.
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /// @param argument the statement's only one; not used if it has none
    private synchronized void query(String sql, String argument, Row row) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (!argument.isEmpty()) {
                select.setString(1, argument);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        } catch (SQLException e) {
            throw Trouble.of("The journal cannot be read", e);
        }
    }
}
