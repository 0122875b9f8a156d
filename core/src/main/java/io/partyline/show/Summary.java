package io.partyline.show;

/// What an ended call was about.
///
/// @param text one or two sentences
/// @param topic a few words
public record Summary(String text, String topic, Source source) {
    /// Who wrote it.
    public enum Source {
        /// A language model.
        MODEL,
        /// Plain rules, because no model answered.
        FALLBACK
    }

    public Summary {
        Texts.requireWords(text, "a summary");
    }
}
