package io.partyline.store;

import io.partyline.files.DiskTrouble;
import io.partyline.port.JournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What can go wrong with the database, in words for a host, with what to do about it.
final class Trouble {
    private static final String DAMAGED = "its file is damaged.";

    /// Bytes with which nothing can be written any more.
    private static final long LITTLE = 1024 * 1024;

    private static final String BUSY = "another program is holding it.";

    private Trouble() {}

    /// @param what the first half of the sentence, such as "The journal cannot be written"
    static JournalException of(String what, SQLException cause) {
        return new JournalException(what + ": " + why(cause), cause);
    }

    /// @param what the first half of the sentence, such as "The journal cannot be opened"
    static JournalException of(String what, IOException cause) {
        return new JournalException(what + ": " + DiskTrouble.why(cause), cause);
    }

    /// What is wrong with a disk that reports an error may be that it is full: not every write that
    /// finds no room says so.
    ///
    /// @param folder the data folder
    static JournalException of(String what, SQLException cause, Path folder) {
        boolean full =
                primary(cause) == SQLiteErrorCode.SQLITE_IOERR
                        && folder.toFile().getUsableSpace() < LITTLE;
        return full ? new JournalException(what + ": " + DiskTrouble.FULL, cause) : of(what, cause);
    }

    /// Whether it is the content of the file that is wrong, not the disk or the moment.
    static boolean damage(SQLException e) {
        return switch (primary(e)) {
            // The last one: our statements do not fit the tables that are there.
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR -> true;
            default -> false;
        };
    }

    /// Whether the database found nothing wrong but our statement, which did not fit the moment.
    static boolean refusal(SQLException e) {
        return primary(e) == SQLiteErrorCode.SQLITE_ERROR;
    }

    private static String why(SQLException e) {
        return switch (primary(e)) {
            case SQLITE_FULL -> DiskTrouble.FULL;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> DiskTrouble.READ_ONLY;
            case SQLITE_CANTOPEN -> DiskTrouble.AWAY;
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR -> DAMAGED;
            case SQLITE_BUSY, SQLITE_LOCKED -> BUSY;
            default -> DiskTrouble.SICK;
        };
    }

    /// The kind of error without its finer shades, which are in the higher bytes.
    private static SQLiteErrorCode primary(SQLException e) {
        return e instanceof SQLiteException known
                ? SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xFF)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }
}
