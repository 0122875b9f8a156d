package io.partyline.port;

import io.partyline.cast.Prompt;
import java.util.Optional;

/// A language model that answers in a stream.
///
/// Implementations are safe for use by many threads at once.
public interface LanguageModel {
    /// A few words that the host recognises it by.
    String name();

    /// Whether there is no model, by the host's choice; then every question fails at once, and
    /// whoever can do without does not ask.
    default boolean isOff() {
        return false;
    }

    /// What is wrong with it at the moment, in a sentence for the host; empty if nothing is known
    /// to be. Never blocks.
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /// Asks the model. Returns at once or as soon as the request is on its way.
    ///
    /// @throws LanguageModelException if it cannot be asked
    TextStream reply(Prompt prompt);

    /// There is no model: whatever asks makes do without.
    static LanguageModel off() {
        return new LanguageModelOff();
    }
}
