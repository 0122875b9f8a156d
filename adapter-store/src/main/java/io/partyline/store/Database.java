package io.partyline.store;

import io.partyline.port.JournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// The one database file of an installation, and its tables.
///
/// A write-ahead log with full synchronisation: what was acknowledged survives a kill and a power
/// cut.
final class Database {
    /// The form of the tables; goes up with every change of it.
    private static final int VERSION = 1;

    private static final String OPTIONS =
            "?journal_mode=WAL&synchronous=FULL&busy_timeout=2000&foreign_keys=on";

    private Database() {}

    /// @param folder the data folder
    static Connection open(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            Private.folder(folder);
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file + OPTIONS);
            prepare(connection);
            Private.file(file);
            return connection;
        } catch (SQLException | IOException e) {
            throw new JournalException(
                    "The journal %s cannot be opened; is another Partyline running on it?"
                            .formatted(name),
                    e);
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        int version = version(connection);
        if (version > VERSION) {
            throw new SQLException("made by a newer version");
        }
        if (version == VERSION) {
            return;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table event (seq integer primary key, show text not null, body text not null)");
            statement.execute("create index event_of_show on event (show, seq)");
            statement.execute(
                    "create table ban (fingerprint text primary key, since text not null)");
            statement.execute("pragma user_version = " + VERSION);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery("pragma user_version")) {
            return result.next() ? result.getInt(1) : 0;
        }
    }
}
