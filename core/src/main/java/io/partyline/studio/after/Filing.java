package io.partyline.studio.after;

import io.partyline.port.Archive;
import io.partyline.port.JournalException;
import io.partyline.show.ShowId;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Has the files of shows that are over made, one show after the other, and says so if that fails:
/// nothing is lost by it, since they can be made of the journal at any time.
///
/// Safe for use by many threads.
public final class Filing {
    private static final System.Logger LOG = System.getLogger(Filing.class.getName());

    private final Archive archive;
    private volatile Optional<String> trouble = Optional.empty();

    // Guarded by this.
    private final Set<ShowId> deleted = new HashSet<>();

    public Filing(Archive archive) {
        this.archive = archive;
    }

    /// Makes the files of a show. Blocks for as long as the disk takes.
    ///
    /// @return what the show has left; empty if that could not be written, or was deleted
    public synchronized List<String> file(ShowId show) {
        if (deleted.contains(show)) {
            return List.of();
        }
        try {
            List<String> left = archive.file(show);
            trouble = Optional.empty();
            return left;
        } catch (UncheckedIOException | JournalException failed) {
            LOG.log(Level.ERROR, "the files of a show could not be made", failed);
            trouble = Optional.of(String.valueOf(failed.getMessage()));
            return List.of();
        }
    }

    /// Deletes all that a show has left, which is not made again. Waits for files that are being
    /// made.
    ///
    /// @throws UncheckedIOException with a sentence for the host, if it cannot be deleted
    public synchronized void delete(ShowId show) {
        archive.delete(show);
        deleted.add(show);
    }

    /// Why the files of the last show are not there, in a sentence.
    public Optional<String> trouble() {
        return trouble;
    }
}
