package io.partyline.port;

import java.util.List;
import java.util.Optional;

/// Speaks text in a voice.
///
/// Implementations are safe for use by many threads at once.
public interface SpeechSynthesizer {
    /// A few words that the host recognises it by.
    String name();

    /// The voices there are, by name.
    List<String> voices();

    /// What is wrong with it at the moment, in a sentence for the host; empty if nothing is known
    /// to be. Never blocks.
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /// Speaks. Returns at once or as soon as the first sound is on its way.
    ///
    /// @param text plain text, without markup
    /// @param voice one of [#voices]; an unknown one gets the voice that suits it best
    /// @throws SpeechException if nothing can be spoken
    SpeechStream speak(String text, String voice);
}
