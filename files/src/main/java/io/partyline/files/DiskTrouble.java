package io.partyline.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/// What can go wrong on a disk, as the second half of a sentence for a host, with what to do about
/// it. What has come to nothing because of it is for whoever was writing to say.
public final class DiskTrouble {
    public static final String FULL = "the disk is full. Make room on it.";
    public static final String READ_ONLY =
            "the data folder may only be read. Allow writing there, or choose another folder"
                    + " (PARTYLINE_DATA).";
    public static final String AWAY = "the data folder cannot be reached. Is its disk plugged in?";
    public static final String LINKED =
            "a file or folder in the data folder is a link to elsewhere. Put the thing itself"
                    + " there, or choose another folder (PARTYLINE_DATA).";

    /// What [Private] says of a link.
    static final String IS_LINK = "is a link";

    public static final String SICK = "the disk reports an error.";
    private static final String NO_FOLDER =
            "the data folder (PARTYLINE_DATA) is no folder but a file. Choose another.";

    private DiskTrouble() {}

    /// Why something could not be read or written, such as "the disk is full. Make room on it."
    public static String why(IOException e) {
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
        if (words.equals(IS_LINK)) {
            return LINKED;
        }
        return words.contains("read-only") ? READ_ONLY : SICK;
    }
}
