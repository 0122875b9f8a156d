package io.partyline.store;

import io.partyline.port.JournalException;
import io.partyline.port.StemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What can go wrong on a disk, in words for a host, with what to do about it.
final class Trouble {
    private static final String FULL = "the disk is full. Make room on it.";
    private static final String READ_ONLY =
            "the data folder may only be read. Allow writing there, or choose another folder"
                    + " (PARTYLINE_DATA).";
    private static final String AWAY = "the data folder cannot be reached. Is its disk plugged in?";
    private static final String NO_FOLDER =
            "the data folder (PARTYLINE_DATA) is no folder but a file. Choose another.";
    private static final String DAMAGED = "its file is damaged.";
    private static final String BUSY = "another program is holding it.";
    private static final String SICK = "the disk reports an error.";

    private Trouble() {}

    /// @param what the first half of the sentence, such as "The journal cannot be written"
    static JournalException of(String what, SQLException cause) {
        return new JournalException(what + ": " + why(cause), cause);
    }

    /// @param what the first half of the sentence, such as "The journal cannot be opened"
    static JournalException of(String what, IOException cause) {
        return new JournalException(what + ": " + why(cause), cause);
    }

    /// The recording has come to an end.
    static StemException recording(IOException cause) {
        return new StemException(
                "The recording has stopped: " + why(cause) + " The show goes on.", cause);
    }

    /// Whether it is the content of the file that is wrong, not the disk or the moment.
    static boolean damage(SQLException e) {
        return switch (primary(e)) {
            // The last one: our statements do not fit the tables that are there.
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR -> true;
            default -> false;
        };
    }

    private static String why(SQLException e) {
        return switch (primary(e)) {
            case SQLITE_FULL -> FULL;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> READ_ONLY;
            case SQLITE_CANTOPEN -> AWAY;
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR -> DAMAGED;
            case SQLITE_BUSY, SQLITE_LOCKED -> BUSY;
            default -> SICK;
        };
    }

    /// The kind of error without its finer shades, which are in the higher bytes.
    private static SQLiteErrorCode primary(SQLException e) {
        return e instanceof SQLiteException known
                ? SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xFF)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    private static String why(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> READ_ONLY;
            case FileAlreadyExistsException _, NotDirectoryException _ -> NO_FOLDER;
            case NoSuchFileException _ -> AWAY;
            case FileSystemException system -> said(String.valueOf(system.getReason()));
            default -> said(String.valueOf(e.getMessage()));
        };
    }

    /// The system's own words; Java has no types for these.
    private static String said(String message) {
        String words = message.toLowerCase(Locale.ROOT);
        if (words.contains("no space left") || words.contains("quota")) {
            return FULL;
        }
        return words.contains("read-only") ? READ_ONLY : SICK;
    }
}
