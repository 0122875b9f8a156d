package io.partyline.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What outlasts a power cut. Whoever writes a file brings its content to the disk; that there is a
/// file of that name stands in its folder, which is brought there here.
///
/// Safe for use by many threads.
public final class Durable {
    /// Elsewhere a folder cannot be opened, and the system looks after names by itself.
    private static final boolean POSSIBLE =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Durable() {}

    /// Brings the names in a folder to the disk.
    public static void names(Path folder) throws IOException {
        if (POSSIBLE) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
