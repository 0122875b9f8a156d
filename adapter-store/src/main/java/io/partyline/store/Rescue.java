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

/// What is done with a damaged database: everything up to the damage is copied into a new one, and
/// the damaged one is set aside under another name, whole. Nothing is ever deleted.
///
/// Events are saved from the first up to the last readable one before any damage, since a journal
/// with a hole in it cannot be replayed; bans are saved as far as they can be read. That goes for
/// every form of the tables: rows are written one behind the other, so a row that is missing leaves
/// a hole in their order.
final class Rescue {
    private static final String SET_ASIDE = "partyline-damaged-";
    private static final String NEW = "partyline-rescued.db";

    private final Path folder;
    private final Path file;

    /// @param folder the data folder
    Rescue(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(Database.FILE);
    }

    /// @return a sentence for the host
    /// @throws IOException if there is no room for a new database; nothing has been changed then
    String run() throws SQLException, IOException {
        Path fresh = folder.resolve(NEW);
        remove(fresh);
        long saved = save();
        Path aside = setAside();
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return ("The journal was damaged. It has been set aside as %s, and the %d events before the"
                        + " damage have been saved into a new one.")
                .formatted(aside.getFileName(), saved);
    }

    private long save() throws SQLException, IOException {
        try (Connection to = Database.open(folder, NEW)) {
            to.setAutoCommit(false);
            long saved = 0;
            try (Connection from = Database.salvage(folder, Database.FILE)) {
                bans(from, to);
                saved = events(from, to);
            } catch (SQLException e) {
                requireDamage(e);
            }
            to.commit();
            return saved;
        }
    }

    /// Reading may fail, that is why we are here; writing must not.
    private static void requireDamage(SQLException e) throws SQLException {
        if (!Trouble.damage(e)) {
            throw e;
        }
    }

    private static long events(Connection from, Connection to) throws SQLException {
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
        return last;
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

    /// The next row; none from where the damage begins.
    private static boolean next(ResultSet rows) throws SQLException {
        try {
            return rows.next();
        } catch (SQLException e) {
            requireDamage(e);
            return false;
        }
    }

    /// What lies beside the file goes first: a new database must never find the log of an old one.
    private Path setAside() throws IOException {
        Path aside = free();
        for (String beside : Database.BESIDES) {
            Path log = beside(file, beside);
            if (Files.exists(log)) {
                Files.move(log, beside(aside, beside));
            }
        }
        return Files.move(file, aside);
    }

    private Path free() {
        Path aside = folder.resolve(SET_ASIDE + "1.db");
        for (int i = 2; Files.exists(aside); i++) {
            aside = folder.resolve(SET_ASIDE + i + ".db");
        }
        return aside;
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
