package io.partyline.store;

import io.partyline.port.CallerBook;
import io.partyline.port.JournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// The caller book, in the same file as the journal, on a connection of its own under a guard.
public final class SqliteCallerBook implements CallerBook, AutoCloseable {
    private static final String OPEN = "The caller book cannot be opened";

    static final String INSERT =
            "insert into ban (fingerprint, since) values (?, ?) on conflict do nothing";

    private final Connection connection;

    /// Opens the book, and makes it if there is none.
    ///
    /// @param folder the data folder
    /// @throws JournalException if it cannot be opened
    public SqliteCallerBook(Path folder) {
        try {
            connection = Database.open(folder, Database.FILE);
        } catch (SQLException e) {
            throw Trouble.of(OPEN, e);
        } catch (IOException e) {
            throw Trouble.of(OPEN, e);
        }
    }

    @Override
    public synchronized Set<String> banned() {
        try (PreparedStatement select = connection.prepareStatement("select fingerprint from ban");
                ResultSet rows = select.executeQuery()) {
            var found = new HashSet<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return Set.copyOf(found);
        } catch (SQLException e) {
            throw Trouble.of("The caller book cannot be read", e);
        }
    }

    @Override
    public synchronized void ban(String fingerprint, Instant at) {
        if (fingerprint.isBlank()) {
            throw new IllegalArgumentException("a withheld number cannot be banned");
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, fingerprint);
            insert.setString(2, at.toString());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw Trouble.of("The caller book cannot be written", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Trouble.of("The caller book could not be closed", e);
        }
    }
}
