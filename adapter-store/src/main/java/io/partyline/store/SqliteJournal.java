package io.partyline.store;

import io.partyline.events.EventJson;
import io.partyline.port.Journal;
import io.partyline.port.JournalException;
import io.partyline.port.StaleLeaseException;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The journal in a SQLite file: one row an event, never changed, and one row a show that says who
/// writes it.
///
/// Every write is one transaction that has the file for itself from its first moment, so what it
/// finds out about lease and last number holds until it is done, whatever other programs do. The
/// connection is used under a guard, so reading waits for a write that is going on, a fraction of a
/// millisecond.
public final class SqliteJournal implements Journal {
    /// The file's name in the data folder.
    public static final String FILE = Database.FILE;

    static final String INSERT = "insert into event (show, seq, body) values (?, ?, ?)";

    private static final String TAKE =
            "insert into lease (show, number) values (?, 1)"
                    + " on conflict (show) do update set number = number + 1 returning number";

    /// Rows are never deleted, so they lie in the order in which they were written: that of the
    /// first rows of all shows is the order in which these were opened, whatever came late.
    private static final String SHOWS =
            "select show from event group by show order by min(rowid) desc";

    private static final String OPEN = "The journal cannot be opened";

    private final Connection connection;
    private final Optional<String> damage;

    /// Opens the journal for a show, makes it if there is none, and carries it over if it has the
    /// form of an earlier time. Only one program should do so at a time, or a show that is running
    /// would be taken for one that a crash has left; the one that ran it could write no more then.
    ///
    /// A damaged journal is set aside and goes on with what could be saved: see [#damage].
    ///
    /// @param folder the data folder
    /// @throws JournalException if it cannot be opened, or a newer program has written it
    public SqliteJournal(Path folder) {
        try {
            damage = sound(folder) ? Optional.empty() : Optional.of(new Rescue(folder).run());
            connection = Database.open(folder, FILE);
        } catch (SQLException e) {
            throw Trouble.of(OPEN, e);
        } catch (IOException e) {
            throw Trouble.of(OPEN, e);
        }
    }

    private SqliteJournal(Connection connection) {
        this.connection = connection;
        this.damage = Optional.empty();
    }

    /// Opens the journal to look at past shows, whether or not a show is running on it.
    ///
    /// @param folder the data folder
    /// @throws JournalException if there is none, or it cannot be read
    public static SqliteJournal reading(Path folder) {
        try {
            return new SqliteJournal(Database.read(folder, FILE));
        } catch (SQLException e) {
            throw Trouble.of(OPEN, e);
        }
    }

    /// What was wrong with the journal when it was opened, and what has been done about it, in a
    /// sentence; empty if nothing was.
    public Optional<String> damage() {
        return damage;
    }

    /// Whether the file is whole, and the show that may have to go on in it can be read. Only
    /// looks: SQLite would throw away a log that it cannot make sense of.
    private static boolean sound(Path folder) throws SQLException {
        if (!Files.exists(folder.resolve(FILE))) {
            return true;
        }
        try (Connection tried = Database.read(folder, FILE);
                Statement statement = tried.createStatement();
                ResultSet found = statement.executeQuery("pragma integrity_check(1)")) {
            boolean whole = found.next() && found.getString(1).equals("ok");
            return whole && (!Database.begun(tried) || readable(tried));
        } catch (SQLException e) {
            if (Trouble.damage(e)) {
                return false;
            }
            throw e;
        }
    }

    /// Closing the journal would be closing the connection, which is not ours.
    @SuppressWarnings("resource")
    private static boolean readable(Connection connection) {
        try {
            var _ = new SqliteJournal(connection).unfinished();
            return true;
        } catch (JournalException _) {
            return false;
        }
    }

    @Override
    public synchronized Lease take(ShowId show) {
        return write(() -> new Lease(show, number(TAKE, show)));
    }

    @Override
    public synchronized void append(Lease lease, List<Entry> entries) {
        write(() -> {
            requireNewest(lease);
            requireOrder(lease.show(), entries);
            insert(lease.show(), entries);
            return entries.size();
        });
    }

    /// Something that is written whole or not at all.
    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T write(Work<T> work) {
        try {
            execute("begin immediate");
        } catch (SQLException e) {
            throw unwritten(e);
        }
        try {
            T done = work.run();
            execute("commit");
            return done;
        } catch (SQLException e) {
            undo();
            throw unwritten(e);
        } catch (JournalException refused) {
            undo();
            throw refused;
        }
    }

    private static JournalException unwritten(SQLException e) {
        return Trouble.of("The journal cannot be written", e);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// After some failures, such as a full disk, SQLite has done so by itself.
    private void undo() {
        try {
            execute("rollback");
        } catch (SQLException e) {
            if (!Trouble.refusal(e)) {
                throw Trouble.of("The journal is out of order", e);
            }
        }
    }

    private void requireNewest(Lease lease) throws SQLException {
        long newest =
                number("select coalesce(max(number), 0) from lease where show = ?", lease.show());
        if (lease.number() != newest) {
            throw new StaleLeaseException();
        }
    }

    private void requireOrder(ShowId show, List<Entry> entries) throws SQLException {
        long next = number("select coalesce(max(seq), 0) from event where show = ?", show);
        for (Entry entry : entries) {
            next++;
            if (entry.seq() != next) {
                throw new JournalException(
                        "event %d cannot stand in place of event %d".formatted(entry.seq(), next));
            }
        }
    }

    private long number(String question, ShowId show) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question)) {
            select.setString(1, show.value());
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private void insert(ShowId show, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Entry entry : entries) {
                insert.setString(1, show.value());
                insert.setLong(2, entry.seq());
                insert.setString(3, EventJson.write(entry.event()));
                insert.executeUpdate();
            }
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
        return query(SHOWS, "", row -> new ShowId(row.getString(1)));
    }

    @Override
    public synchronized Optional<ShowId> unfinished() {
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
            throw Trouble.of("The journal cannot be read", e);
        }
    }
}
