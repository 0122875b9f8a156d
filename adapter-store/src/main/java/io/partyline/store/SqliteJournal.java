package io.partyline.store;

import io.partyline.events.EventJson;
import io.partyline.port.Journal;
import io.partyline.port.JournalException;
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
import java.util.Optional;

/// The journal in a SQLite file: one row an event, never changed.
///
/// Two connections, each under a guard of its own: one appends, the other reads ([JournalReader]).
/// The file's write-ahead log lets a reader look at the last commit while the next one is written,
/// so neither waits for the other.
public final class SqliteJournal implements Journal {
    /// The file's name in the data folder.
    public static final String FILE = Database.FILE;

    static final String INSERT = "insert into event (seq, show, body) values (?, ?, ?)";

    static final String OPEN = "The journal cannot be opened";

    private final Connection connection;
    private final JournalReader reader;
    private final Optional<String> damage;
    private long last;

    /// Opens the journal for a show, and makes it if there is none. Only one program may do so at a
    /// time, or a show that is running would be taken for one that a crash has left.
    ///
    /// A damaged journal is set aside and goes on with what could be saved: see [#damage].
    ///
    /// @param folder the data folder
    /// @throws JournalException if it cannot be opened, or a newer program has written it
    public SqliteJournal(Path folder) {
        try {
            damage = mended(folder);
            connection = Database.open(folder, FILE);
        } catch (SQLException e) {
            throw Trouble.of(OPEN, e);
        } catch (IOException e) {
            throw Trouble.of(OPEN, e);
        }
        reader = JournalReader.open(folder);
        last = reader.lastSeq();
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
        return sound(folder) ? Optional.empty() : Optional.of(rescue.run());
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
    public synchronized void append(ShowId show, List<Entry> entries) {
        requireOrder(entries);
        try {
            connection.setAutoCommit(false);
            insert(show, entries);
            connection.commit();
            last += entries.size();
        } catch (SQLException e) {
            undo();
            throw Trouble.of("The journal cannot be written", e);
        } finally {
            release();
        }
    }

    /// Outside an append every statement stands alone: whoever went on holding an old state of the
    /// file would make the next append fail once the caller book has been written.
    private void release() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw Trouble.of("The journal is out of order", e);
        }
    }

    private void requireOrder(List<Entry> entries) {
        long next = last;
        for (Entry entry : entries) {
            next++;
            if (entry.seq() != next) {
                throw new JournalException(
                        "event %d cannot stand in place of event %d".formatted(entry.seq(), next));
            }
        }
    }

    private void insert(ShowId show, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
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
            throw Trouble.of("The journal is out of order", e);
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

    @Override
    public long lastSeq() {
        return reader.lastSeq();
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
