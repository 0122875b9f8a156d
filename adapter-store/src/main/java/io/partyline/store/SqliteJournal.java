package io.partyline.store;

import io.partyline.events.EventJson;
import io.partyline.port.Journal;
import io.partyline.port.JournalException;
import io.partyline.port.StaleLeaseException;
import io.partyline.show.Event;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The journal in a SQLite file: one row an event, changed by [#rewrite] and [#delete] alone, and
/// one row a show that says who writes it.
///
/// Two connections, each under a guard of its own: one writes, the other reads ([JournalReader]).
/// The file's write-ahead log lets a reader look at the last commit while the next one is written,
/// so neither waits for the other. Every write is one transaction that has the file for itself from
/// its first moment, so what it finds out about lease and last number holds until it is done,
/// whatever other programs do.
public final class SqliteJournal implements Journal {
    /// The file's name in the data folder.
    public static final String FILE = Database.FILE;

    static final String INSERT = "insert into event (show, seq, body) values (?, ?, ?)";

    private static final String TAKE =
            "insert into lease (show, number) values (?, 1)"
                    + " on conflict (show) do update set number = number + 1 returning number";

    private static final String LAST =
            "select seq, body from event where show = ? order by seq desc limit 1";

    static final String OPEN = "The journal cannot be opened";

    private final Path folder;
    private final Connection connection;
    private final JournalReader reader;
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
        this.folder = folder;
        try {
            damage = mended(folder);
            connection = Database.open(folder, FILE);
        } catch (SQLException e) {
            throw Trouble.of(OPEN, e);
        } catch (IOException e) {
            throw Trouble.of(OPEN, e);
        }
        reader = JournalReader.open(folder);
    }

    /// What was wrong with the journal when it was opened, and what has been done about it, in a
    /// sentence; empty if nothing was.
    public Optional<String> damage() {
        return damage;
    }

    private static Optional<String> mended(Path folder) throws SQLException, IOException {
        var rescue = new Rescue(folder);
        if (rescue.cutOff()) {
            return Optional.of(rescue.finish());
        }
        Optional<String> log = new LogFile(folder).setAside();
        return sound(folder)
                ? log
                : Optional.of(log.map(what -> what + " ").orElse("") + rescue.run());
    }

    /// Whether the file is whole, and the show that may have to go on in it can be read. Only
    /// looks: SQLite would throw away a log that it cannot make sense of.
    private static boolean sound(Path folder) throws SQLException, IOException {
        if (!Files.exists(folder.resolve(FILE))) {
            return true;
        }
        try {
            Database.undo(folder, FILE);
            return whole(folder);
        } catch (SQLException e) {
            if (Trouble.damage(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean whole(Path folder) throws SQLException {
        try (Connection tried = Database.read(folder, FILE);
                Statement statement = tried.createStatement();
                ResultSet found = statement.executeQuery("pragma integrity_check(1)")) {
            boolean whole = found.next() && found.getString(1).equals("ok");
            return whole && (!Database.begun(tried) || readable(tried));
        }
    }

    /// Closing what reads would be closing the connection, which is not ours.
    @SuppressWarnings("resource")
    private static boolean readable(Connection connection) {
        try {
            var _ = new JournalReader(connection).unfinished();
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
            begin();
        } catch (SQLException e) {
            throw unwritten(e);
        }
        try {
            T done = work.run();
            execute("commit");
            return done;
        } catch (SQLException e) {
            throw undone(unwritten(e));
        } catch (JournalException refused) {
            throw undone(refused);
        }
    }

    private JournalException unwritten(SQLException e) {
        return Trouble.of("The journal cannot be written", e, folder);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Takes back what was begun. After some failures, such as a full disk, SQLite has done so by
    /// itself. If it cannot be taken back, that is only what follows from the cause, which is what
    /// the host has to know.
    private JournalException undone(JournalException cause) {
        try {
            execute("rollback");
        } catch (SQLException e) {
            if (!Trouble.refusal(e)) {
                cause.addSuppressed(e);
            }
        }
        return cause;
    }

    /// Begins to write. What an earlier write has left open, because it could not be taken back, is
    /// taken back first.
    private void begin() throws SQLException {
        try {
            execute("begin immediate");
        } catch (SQLException e) {
            if (!Trouble.refusal(e)) {
                throw e;
            }
            execute("rollback");
            execute("begin immediate");
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
        long next = next(show);
        for (Entry entry : entries) {
            if (entry.seq() != next) {
                throw new JournalException(
                        "event %d cannot stand in place of event %d".formatted(entry.seq(), next));
            }
            next = entry.next();
        }
    }

    private long next(ShowId show) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setString(1, show.value());
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    return 1;
                }
                long last = found.getLong(1);
                return new Entry(last, EventJson.read(last, found.getString(2))).next();
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
    public synchronized List<String> rewrite(Map<ShowId, UnaryOperator<Event>> words) {
        words.forEach((show, word) -> {
            List<Entry> entries = replay(show);
            write(() -> {
                rewrite(show, entries, word);
                return entries.size();
            });
        });
        Scrubbing.of(connection);
        return Stream.concat(
                        new Rescue(folder).aside().stream(), new LogFile(folder).aside().stream())
                .toList();
    }

    private void rewrite(ShowId show, List<Entry> entries, UnaryOperator<Event> word)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update event set body = ? where show = ? and seq = ?")) {
            for (Entry entry : entries) {
                Event now = word.apply(entry.event());
                if (!now.equals(entry.event())) {
                    update.setString(1, EventJson.write(now));
                    update.setString(2, show.value());
                    update.setLong(3, entry.seq());
                    update.executeUpdate();
                }
            }
        }
    }

    @Override
    public synchronized void delete(ShowId show) {
        write(() -> delete("event", show) + delete("lease", show));
        Scrubbing.of(connection);
    }

    private int delete(String table, ShowId show) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + table + " where show = ?")) {
            delete.setString(1, show.value());
            return delete.executeUpdate();
        }
    }

    @Override
    public List<Entry> replay(ShowId show) {
        return reader.replay(show);
    }

    @Override
    public List<ShowId> shows() {
        return reader.shows();
    }

    @Override
    public Optional<ShowId> unfinished() {
        return reader.unfinished();
    }

    /// What the journal is written through.
    Connection writing() {
        return connection;
    }

    /// What the journal is read through.
    JournalReader reader() {
        return reader;
    }

    /// The reader goes first: whoever closes the file last tidies up what lies beside it, and may
    /// have to write for that.
    @Override
    public synchronized void close() {
        try (connection) {
            reader.close();
        } catch (SQLException e) {
            throw Trouble.of("The journal could not be closed", e);
        }
    }
}
