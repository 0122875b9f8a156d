package io.partyline.exports;

import io.partyline.show.ShowId;
import java.io.IOException;
import java.util.List;

/// Where the stems of a show come from. Safe for use by many threads at once.
@FunctionalInterface
public interface RecordedStems {
    /// The stems of a show, in the order of their names; none if nothing was recorded.
    ///
    /// @throws IOException if they cannot be read
    List<RecordedStem> of(ShowId show) throws IOException;
}
