package io.partyline.port;

import java.util.List;

/// Speaks text in a voice.
///
/// Implementations are safe for use by many threads at once.
public interface SpeechSynthesizer {
    /// A few words that the host recognises it by.
    String name();

    /// The voices there are, by name.
    List<String> voices();

    /// Speaks. Returns at once or as soon as the first sound is on its way.
    ///
    /// @param text plain text, without markup
    /// @param voice one of [#voices]; an unknown one gets the voice that suits it best
    /// @throws SpeechException if nothing can be spoken
    SpeechStream speak(String text, String voice);
}
