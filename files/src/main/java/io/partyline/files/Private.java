package io.partyline.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and folders that only their owner may read: voices and conversations are nobody else's
/// business. They are closed to others from their first moment, where the file system knows owners
/// in the way of POSIX; elsewhere they are as the system makes them.
///
/// Safe for use by many threads.
public final class Private {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNERS_FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNERS_FILE =
            PosixFilePermissions.fromString("rw-------");

    private Private() {}

    /// Makes a folder of ours, with those above it; one that is there is closed to others.
    public static Path folder(Path folder) throws IOException {
        return closed(newFolder(folder), OWNERS_FOLDER);
    }

    /// Makes a folder, with those above it, unless it is there: then it is somebody's own, and left
    /// as it is.
    public static Path newFolder(Path folder) throws IOException {
        return Files.createDirectories(folder, made(OWNERS_FOLDER));
    }

    /// Makes a file unless it is there; one that is there is closed to others.
    public static Path file(Path file) throws IOException {
        try {
            return Files.createFile(file, made(OWNERS_FILE));
        } catch (FileAlreadyExistsException _) {
            return closed(file, OWNERS_FILE);
        }
    }

    private static FileAttribute<?>[] made(Set<PosixFilePermission> permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /// What is closed already need not be ours: only its owner may change it.
    private static Path closed(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (POSIX && !Files.getPosixFilePermissions(path).equals(permissions)) {
            Files.setPosixFilePermissions(path, permissions);
        }
        return path;
    }
}
