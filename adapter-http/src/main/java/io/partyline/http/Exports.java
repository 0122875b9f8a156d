package io.partyline.http;

import java.util.List;
import java.util.Optional;

/// What can be made of the show that is running. Safe for use by many threads.
public interface Exports {
    /// The formats there are, such as `vtt`.
    List<String> formats();

    /// Makes a file of one format.
    ///
    /// @return empty if there is no such format
    Optional<Export> export(String format);
}
