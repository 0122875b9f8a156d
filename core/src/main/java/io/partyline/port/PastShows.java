package io.partyline.port;

import io.partyline.show.Reason;
import io.partyline.show.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The shows that are over, as the host keeps them.
///
/// Safe for use by many threads at once. Waits for the disk, and for nothing else.
public interface PastShows {
    /// All of them but the one that is running, the latest first.
    ///
    /// @throws JournalException if they cannot be read
    /// @throws java.io.UncheckedIOException with a sentence for the host, if their files cannot
    List<PastShow> all();

    /// Whether there has been such a show, other than the one that is running. Looks at no files.
    ///
    /// @throws JournalException as of [#all]
    boolean knows(ShowId show);

    /// Deletes a show: its events, its stems and its files. What the caller book has noted of its
    /// calls stays, and is [forgotten][People#forget] with the caller.
    ///
    /// @return why it could not be; empty if nothing is left of it
    /// @throws JournalException as of [#all]
    /// @throws java.io.UncheckedIOException as of [#all]
    Optional<Reason> delete(ShowId show);

    /// A show that is over.
    ///
    /// @param endedAt empty if it never ended properly: the program was stopped in it, and another
    ///   show was begun
    /// @param length of its recording, from show zero
    /// @param calls how many were on the air
    record PastShow(
            ShowId id,
            Instant startedAt,
            Optional<Instant> endedAt,
            Duration length,
            int calls,
            List<Archive.Left> files) {
        public PastShow {
            files = List.copyOf(files);
        }

        /// Bytes of all its files.
        public long bytes() {
            return files.stream().mapToLong(Archive.Left::bytes).sum();
        }
    }
}
