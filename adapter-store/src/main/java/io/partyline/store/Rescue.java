package io.partyline.store;

import io.partyline.events.EventJson;
import io.partyline.port.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/// What is done with a damaged database: everything up to the damage is copied into a new one, and
/// the damaged one is set aside under another name, whole. Nothing is ever deleted.
///
/// It may be cut off at any moment. What is saved lies under a name of its own until all of it is
/// there, and under another from then on; whoever finds that one has only to put it in the place of
/// the damaged file, and may do so again.
///
/// Events are saved from the first up to the last readable one before any damage, since a journal
/// with a hole in it cannot be replayed; bans are saved as far as they can be read. That goes for
/// every form of the tables: rows are written one behind the other, so a row that is missing leaves
/// a hole in their order.
final class Rescue {
    private static final String SET_ASIDE = "partyline-damaged-";

    /// While it is being written; worth nothing if that was cut off.
    private static final String NEW = "partyline-rescued.db";

    /// Once everything is in it.
    static final String WHOLE = "partyline-rescued-whole.db";

    private final Path folder;
    private final Path file;
    private final Path whole;

    /// @param folder the data folder
    Rescue(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(Database.FILE);
        this.whole = folder.resolve(WHOLE);
    }

    /// Damaged journals that were set aside, of which nothing can be taken out.
    List<String> aside() {
        return IntStream.range(1, free())
                .mapToObj(number -> aside(number).getFileName().toString())
                .toList();
    }

    /// Whether an earlier rescue has saved everything and was cut off then.
    boolean cutOff() {
        return Files.exists(whole);
    }

    /// @return a sentence for the host
    /// @throws IOException if there is no room for a new database; nothing has been changed then
    String run() throws SQLException, IOException {
        save();
        return finish();
    }

    /// Puts what was saved in the place of the damaged file.
    ///
    /// @return a sentence for the host
    String finish() throws SQLException, IOException {
        long saved = saved();
        Path aside = setAside();
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        return ("The journal was damaged. It has been set aside as %s, and the %d events before the"
                        + " damage have been saved into a new one.")
                .formatted(aside.getFileName(), saved);
    }

    /// How many events were saved. Opened for writing, so that closing it leaves nothing beside the
    /// file, which is about to move.
    private long saved() throws SQLException, IOException {
        try (Connection connection = Database.open(folder, WHOLE);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from event")) {
            return count.next() ? count.getLong(1) : 0;
        }
    }

    /// Copies what can be read into a new database, and gives it its name when it is whole.
    void save() throws SQLException, IOException {
        Path fresh = folder.resolve(NEW);
        remove(fresh);
        try (Connection to = Database.open(folder, NEW)) {
            to.setAutoCommit(false);
            try (Connection from = Database.salvage(folder, Database.FILE)) {
                bans(from, to);
                events(from, to);
                book(from, to);
            } catch (SQLException e) {
                requireDamage(e);
            }
            to.commit();
        }
        Files.move(fresh, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Reading may fail, that is why we are here; writing must not.
    private static void requireDamage(SQLException e) throws SQLException {
        if (!Trouble.damage(e)) {
            throw e;
        }
    }

    private static void events(Connection from, Connection to) throws SQLException {
        long last = 0;
        try (PreparedStatement insert = to.prepareStatement(SqliteJournal.INSERT);
                PreparedStatement select =
                        from.prepareStatement(
                                "select rowid, show, seq, body from event order by rowid");
                ResultSet rows = select.executeQuery()) {
            while (next(rows) && rows.getLong(1) == last + 1 && readable(rows)) {
                last++;
                insert.setString(1, rows.getString(2));
                insert.setLong(2, rows.getLong(3));
                insert.setString(3, rows.getString(4));
                insert.executeUpdate();
            }
        }
    }

    private static boolean readable(ResultSet rows) throws SQLException {
        try {
            EventJson.read(rows.getLong(3), rows.getString(4));
            return true;
        } catch (JournalException _) {
            return false;
        }
    }

    private static void bans(Connection from, Connection to) throws SQLException {
        try (PreparedStatement insert = to.prepareStatement(SqliteCallerBook.INSERT);
                PreparedStatement select =
                        from.prepareStatement("select fingerprint, since from ban");
                ResultSet rows = select.executeQuery()) {
            while (next(rows)) {
                insert.setString(1, rows.getString(1));
                insert.setString(2, rows.getString(2));
                insert.executeUpdate();
            }
        }
    }

    /// Whoever is in the caller book, as far as they can be read; older forms have nobody.
    private static void book(Connection from, Connection to) throws SQLException {
        for (String table : List.of("caller", "regular", "evening")) {
            if (Database.has(from, table)) {
                copy(from, to, table);
            }
        }
    }

    private static void copy(Connection from, Connection to, String table) throws SQLException {
        try (PreparedStatement select = from.prepareStatement("select * from " + table);
                ResultSet rows = select.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            String marks = "?, ".repeat(columns - 1) + "?";
            try (PreparedStatement insert =
                    to.prepareStatement("insert into %s values (%s)".formatted(table, marks))) {
                while (next(rows)) {
                    for (int i = 1; i <= columns; i++) {
                        insert.setString(i, rows.getString(i));
                    }
                    insert.executeUpdate();
                }
            }
        }
    }

    /// The next row; none from where the damage begins.
    private static boolean next(ResultSet rows) throws SQLException {
        try {
            return rows.next();
        } catch (SQLException e) {
            requireDamage(e);
            return false;
        }
    }

    /// What lies beside the file goes first: a new database must never find the log of an old one,
    /// and a rescue that was cut off finds the same name again as long as the file is there.
    private Path setAside() throws IOException {
        int free = free();
        Path aside = aside(Files.exists(file) ? free : Math.max(1, free - 1));
        for (String beside : Database.BESIDES) {
            Path log = beside(file, beside);
            if (Files.exists(log)) {
                Files.move(log, unused(beside(aside, beside)));
            }
        }
        return Files.exists(file) ? Files.move(file, aside) : aside;
    }

    private int free() {
        int number = 1;
        while (Files.exists(aside(number))) {
            number++;
        }
        return number;
    }

    private Path aside(int number) {
        return folder.resolve(SET_ASIDE + number + ".db");
    }

    /// Whoever looked at the file between two rescues may have made a second log beside it.
    private static Path unused(Path log) {
        Path unused = log;
        for (int i = 2; Files.exists(unused); i++) {
            unused = beside(log, "-" + i);
        }
        return unused;
    }

    /// A rescue that was cut off has left nothing that is not in the damaged file too.
    private static void remove(Path fresh) throws IOException {
        Files.deleteIfExists(fresh);
        for (String beside : Database.BESIDES) {
            Files.deleteIfExists(beside(fresh, beside));
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
