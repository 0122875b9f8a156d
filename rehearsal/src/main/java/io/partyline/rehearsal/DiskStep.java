package io.partyline.rehearsal;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/// One thing that a program has asked of the disk, in a folder; paths are below that folder, and
/// the folder itself is the empty path.
public sealed interface DiskStep {
    /// A file that was not there.
    record FileMade(Path file) implements DiskStep {}

    /// A folder that was not there.
    record FolderMade(Path folder) implements DiskStep {}

    /// Bytes at a place in a file.
    record Written(Path file, long at, ByteBuffer bytes) implements DiskStep {}

    /// A file made so long.
    record Sized(Path file, long size) implements DiskStep {}

    /// A file or a folder brought to the disk.
    record Synced(Path path) implements DiskStep {}

    /// A file that has another name, and takes the place of what was there.
    record Renamed(Path from, Path to) implements DiskStep {}

    /// A file that is gone.
    record Removed(Path file) implements DiskStep {}

    /// What the program has promised by now: [Victim#promise].
    record Promised(long number) implements DiskStep {}
}
