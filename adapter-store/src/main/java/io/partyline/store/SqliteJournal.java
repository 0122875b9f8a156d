package io.partyline.store;

import io.partyline.port.Journal;
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

/// The journal in a SQLite file: one row an event, never changed.
///
/// The connection is used under a guard, so reading waits for a write that is going on, a fraction
/// of a millisecond.
public final class SqliteJournal implements Journal {
    /// The file's name in the data folder.
    public static final String FILE = "partyline.db";

    private final Connection connection;

    /// Opens the journal, and makes it if there is none.
    ///
    /// @param folder the data folder
    /// @throws JournalException if it cannot be opened
    public SqliteJournal(Path folder) {
        connection = Database.open(folder, FILE);
    }

    @Override
    public synchronized void append(ShowId show, List<Entry> entries) {
        try {
            connection.setAutoCommit(false);
            insert(show, entries);
            connection.commit();
        } catch (SQLException e) {
            undo();
            throw new JournalException("The journal cannot be written.", e);
        }
    }

    private void insert(ShowId show, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into event (seq, show, body) values (?, ?, ?)")) {
            for (Entry entry : entries) {
                insert.setLong(1, entry.seq());
                insert.setString(2, show.value());
                insert.setString(3, EventJson.write(entry.event()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void undo() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new JournalException("The journal is out of order.", e);
        }
    }

    @Override
    public synchronized List<Entry> replay(ShowId show) {
        return query(
                "select seq, body from event where show = ? order by seq",
                show.value(),
                row -> new Entry(row.getLong(1), EventJson.read(row.getLong(1), row.getString(2))));
    }

    @Override
    public synchronized List<ShowId> shows() {
        return query(
                "select show from event group by show order by max(seq) desc",
                "",
                row -> new ShowId(row.getString(1)));
    }

    @Override
    public synchronized Optional<ShowId> unfinished() {
        return shows().stream().findFirst().filter(show -> !closed(show));
    }

    private boolean closed(ShowId show) {
        return replay(show).stream().anyMatch(e -> e.event() instanceof ShowEvent.ShowClosed);
    }

    @Override
    public synchronized long lastSeq() {
        return query("select coalesce(max(seq), 0) from event", "", row -> row.getLong(1))
                .getFirst();
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new JournalException("The journal could not be closed.", e);
        }
    }

    /// Makes something of a row.
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// @param argument the statement's only one; not used if it has none
    private <T> List<T> query(String sql, String argument, Row<T> row) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (!argument.isEmpty()) {
                select.setString(1, argument);
            }
            var found = new ArrayList<T>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return List.copyOf(found);
        } catch (SQLException e) {
            throw new JournalException("The journal cannot be read.", e);
        }
    }
}
