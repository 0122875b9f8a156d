package io.partyline.app;

import io.partyline.files.Private;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The data folder in the hands of one running show. A second show in the same folder would take
/// the first one's calls for those of a crash, so it is not let in.
///
/// The operating system lets go when the program ends, however it ends.
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "partyline.lock";

    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    /// Takes the folder, making it if need be.
    ///
    /// @throws SettingException if it cannot be used, or another show has it
    static DataFolder hold(Path data) {
        try {
            Path lock = Private.file(Private.folder(data).resolve(LOCK));
            var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            if (isOurs(channel)) {
                return new DataFolder(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new SettingException(
                    "PARTYLINE_DATA: the folder %s cannot be written to.".formatted(data));
        }
        throw new SettingException(
                "Another Partyline is running on the folder %s. Stop it first, or give this one a folder of its own: --data FOLDER"
                        .formatted(data));
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new SettingException("The data folder cannot be let go: " + e.getMessage());
        }
    }
}
