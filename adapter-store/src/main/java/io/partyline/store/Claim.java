package io.partyline.store;

import io.partyline.port.JournalException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The claim of one running show on its data folder: two that write one journal would ruin it.
///
/// A lock of the system's, which ends with the program however that ends.
final class Claim implements AutoCloseable {
    private static final String FILE = "partyline.lock";

    private final FileChannel channel;

    private Claim(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws JournalException if another show runs on the folder, or it cannot be written
    static Claim of(Path folder) {
        try {
            Private.folder(folder);
            Path file = Private.file(folder.resolve(FILE));
            return claim(FileChannel.open(file, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw Trouble.of("The journal cannot be opened", e);
        }
    }

    private static Claim claim(FileChannel channel) throws IOException {
        if (lock(channel) == null) {
            channel.close();
            throw new JournalException(
                    "The journal cannot be opened: another Partyline is running on the same data"
                            + " folder. Close that one, or choose another folder (PARTYLINE_DATA).");
        }
        return new Claim(channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Trouble.of("The data folder could not be given back", e);
        }
    }
}
