package io.partyline.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
    /// as it is. A folder that was made outlasts a power cut.
    public static Path newFolder(Path folder) throws IOException {
        Path above = folder.toAbsolutePath().getParent();
        if (above != null && !Files.exists(folder)) {
            newFolder(above);
            Files.createDirectories(folder, made(OWNERS_FOLDER));
            Durable.names(above);
        }
        return Files.createDirectories(folder, made(OWNERS_FOLDER));
    }

    /// Makes a file unless it is there; one that is there is closed to others.
    ///
    /// @throws FileSystemException if it is a link
    public static Path file(Path file) throws IOException {
        try {
            return Files.createFile(file, made(OWNERS_FILE));
        } catch (FileAlreadyExistsException _) {
            requireNoLink(file);
            return closed(file, OWNERS_FILE);
        }
    }

    private static FileAttribute<?>[] made(Set<PosixFilePermission> permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /// Makes sure that nothing between a folder and what is to lie below it is a link: what is
    /// written there would land elsewhere, and what is read would come from elsewhere. The folder
    /// itself may be one; that is its owner's choice.
    ///
    /// @throws FileSystemException if something is
    public static void requireInside(Path folder, Path below) throws FileSystemException {
        Path at = folder;
        for (Path part : folder.relativize(below)) {
            at = at.resolve(part);
            requireNoLink(at);
        }
    }

    /// Whether this is a plain file, and no link to one.
    public static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static void requireNoLink(Path path) throws FileSystemException {
        if (Files.isSymbolicLink(path)) {
            throw new FileSystemException(path.toString(), null, DiskTrouble.IS_LINK);
        }
    }

    /// What is closed already need not be ours: only its owner may change it.
    private static Path closed(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (POSIX && !Files.getPosixFilePermissions(path).equals(permissions)) {
            Files.setPosixFilePermissions(path, permissions);
        }
        return path;
    }
}
