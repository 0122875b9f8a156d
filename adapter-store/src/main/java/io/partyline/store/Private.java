package io.partyline.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and folders that only their owner may read: voices and conversations are nobody else's
/// business.
final class Private {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final String OWNERS_FILE = "rw-------";

    private Private() {}

    /// Makes a folder, with those above it.
    static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (POSIX) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /// Makes a file unless it is there, closed to others from its first moment; one that is there
    /// is closed to them.
    static Path file(Path file) throws IOException {
        var owners = PosixFilePermissions.fromString(OWNERS_FILE);
        try {
            if (POSIX) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(owners));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException _) {
            if (POSIX) {
                Files.setPosixFilePermissions(file, owners);
            }
        }
        return file;
    }
}
