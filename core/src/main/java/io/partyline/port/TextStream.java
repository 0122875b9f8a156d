package io.partyline.port;

import java.util.Optional;

/// An answer that arrives piece by piece.
///
/// One thread reads; any thread may close, which cancels the answer and wakes the reader.
public interface TextStream extends AutoCloseable {
    /// How an answer ended.
    enum Ending {
        /// It has not ended yet.
        OPEN,
        /// The model said all that it had to say.
        FINISHED,
        /// The model was stopped before its end, by the prompt's limit or its provider's rules: its
        /// last sentence may be a piece of one.
        CUT_SHORT,
        /// It was closed or broke off before its end.
        GIVEN_UP
    }

    /// The next piece, or empty at the end of the answer or after [#close]. Blocks until there is
    /// one.
    ///
    /// @throws LanguageModelException if the answer breaks off or its deadline has passed
    Optional<String> next();

    /// How the answer ended: what the reader asks once [#next] is empty, so that a sentence which
    /// the model could not finish is not taken for one. Never blocks.
    Ending ending();

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
