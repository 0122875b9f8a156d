package io.partyline.port;

import io.partyline.show.ShowId;
import java.util.List;

/// Where a show leaves what people want of it when it is over: transcript, captions, chapters,
/// notes and log, beside its stems.
///
/// All of it is made of the show's events, so it can be made anew at any time, and is, whenever the
/// events of a show that is over have changed. Safe for use by many threads.
public interface Archive {
    /// Makes the files of a show, in place of those that are there. Blocks for as long as the disk
    /// takes.
    ///
    /// @return the names of all files that the show has left, stems included, as seen from its
    ///   folder, in their order
    /// @throws java.io.UncheckedIOException with a sentence for the host, if they cannot be written
    /// @throws JournalException if the show's events cannot be read
    List<String> file(ShowId show);

    /// What a show has left, stems included, as it lies there now; nothing of a show that has left
    /// nothing.
    ///
    /// @throws java.io.UncheckedIOException as of [#file]
    default List<Left> left(ShowId show) {
        return List.of();
    }

    /// Deletes all that a show has left, stems included. Of a show that has left nothing this is no
    /// error.
    ///
    /// @throws java.io.UncheckedIOException as of [#file]; it can be done again
    default void delete(ShowId show) {}

    /// Nothing is left but the journal.
    static Archive none() {
        return _ -> List.of();
    }

    /// A file of a show.
    ///
    /// @param name as seen from the show's folder
    record Left(String name, long bytes) {}
}
