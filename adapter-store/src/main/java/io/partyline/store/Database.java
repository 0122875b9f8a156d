package io.partyline.store;

import io.partyline.files.Private;
import io.partyline.port.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The one database file of an installation, and its tables.
///
/// A write-ahead log with full synchronisation: what was acknowledged survives a kill and a power
/// cut.
final class Database {
    /// The file's name in the data folder.
    static final String FILE = "partyline.db";

    /// The form of the tables; goes up with every change of it, and with every new event.
    static final int VERSION = 3;

    /// What takes back a change that was cut off while the file was being made; the log does so
    /// from then on.
    private static final String UNDO = "-journal";

    /// What lies beside the file while it is written; made by the library, with the permissions of
    /// the file itself.
    static final List<String> BESIDES = List.of("-wal", "-shm", UNDO);

    /// How many pages the log may hold before they are put into the file: some twenty decisions, so
    /// that little stands in it alone. The usual thousand would be the whole of a short show.
    private static final int LOG_PAGES = 64;

    private static final String WRITING =
            "?journal_mode=WAL&synchronous=FULL&busy_timeout=2000&foreign_keys=on"
                    + "&transaction_mode=IMMEDIATE";
    private static final String READING = "?open_mode=1&busy_timeout=2000";

    private Database() {}

    /// Opens a database, and makes it if there is none.
    ///
    /// @param folder the data folder
    /// @throws SQLException if it cannot be opened, [Trouble#damage] if that is because of what is
    ///   in it
    static Connection open(Path folder, String name) throws SQLException, IOException {
        Path file = Private.folder(folder).resolve(name);
        Private.file(file);
        for (String beside : BESIDES) {
            Path log = file.resolveSibling(name + beside);
            if (Files.exists(log)) {
                Private.file(log);
            }
        }
        Connection connection = prepared(file, WRITING);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_autocheckpoint = " + LOG_PAGES);
        }
        return connection;
    }

    /// Takes back what a power cut has left half done in a file that was just being made, which
    /// whoever only reads cannot do.
    static void undo(Path folder, String name) throws SQLException, IOException {
        if (Files.exists(folder.resolve(name + UNDO))) {
            open(folder, name).close();
        }
    }

    /// Opens a database that is there, without changing a byte of it.
    static Connection read(Path folder, String name) throws SQLException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            throw new JournalException(
                    "There is no journal in %s: no show has run there yet."
                            .formatted(folder.toAbsolutePath()));
        }
        return prepared(file, READING);
    }

    /// Opens a damaged database to see what can still be read of it, without changing a byte.
    static Connection salvage(Path folder, String name) throws SQLException {
        Connection connection = DriverManager.getConnection(url(folder.resolve(name), READING));
        try (Statement statement = connection.createStatement()) {
            // Else a file that was cut off is not looked into at all.
            statement.execute("pragma writable_schema = on");
        }
        return connection;
    }

    /// Whether the tables have been made.
    static boolean begun(Connection connection) throws SQLException {
        return number(connection, "pragma user_version") > 0;
    }

    /// Whether there is such a table.
    static boolean has(Connection connection, String table) throws SQLException {
        return number(
                        connection,
                        "select count(*) from sqlite_master where type = 'table' and name = '%s'"
                                .formatted(table))
                > 0;
    }

    private static String url(Path file, String options) {
        return "jdbc:sqlite:" + file + options;
    }

    private static Connection prepared(Path file, String options) throws SQLException {
        Connection connection = DriverManager.getConnection(url(file, options));
        try {
            prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        int version = number(connection, "pragma user_version");
        if (version > VERSION) {
            throw new JournalException(
                    ("The journal was written by a newer Partyline (form %d; this one knows %d)."
                                    + " Use that one, or choose another data folder (PARTYLINE_DATA).")
                            .formatted(version, VERSION));
        }
        if (version < VERSION && !connection.isReadOnly()) {
            bringUp(connection);
        }
    }

    /// All of it or nothing, however the program ends, and once: whoever comes second finds the
    /// work done.
    private static void bringUp(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String step : Forms.from(number(connection, "pragma user_version"))) {
                statement.execute(step);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static int number(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery(question)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }
}
