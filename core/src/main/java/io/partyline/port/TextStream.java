package io.partyline.port;

import java.util.Optional;

/// An answer that arrives piece by piece.
///
/// One thread reads; any thread may close, which cancels the answer and wakes the reader.
public interface TextStream extends AutoCloseable {
    /// The next piece, or empty at the end of the answer or after [#close]. Blocks until there is
    /// one.
    ///
    /// @throws LanguageModelException if the answer breaks off or its deadline has passed
    Optional<String> next();

    /// Ends the answer, read or not. Closing twice is not an error.
    @Override
    void close();

    /// The whole answer.
    ///
    /// @throws LanguageModelException if the answer breaks off or its deadline has passed
    default String readAll() {
        var all = new StringBuilder();
        for (var piece = next(); piece.isPresent(); piece = next()) {
            all.append(piece.get());
        }
        return all.toString();
    }
}
