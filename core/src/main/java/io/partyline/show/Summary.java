package io.partyline.show;

import java.util.List;

/// What an ended call was about.
///
/// @param text one or two sentences
/// @param topic a few words
/// @param mood how the caller was, in a word or two; empty if nobody can say, and in old journals
/// @param highlights the places in the call that matter, in order; none in old journals
public record Summary(
        String text, String topic, String mood, List<Highlight> highlights, Source source) {
    /// Who wrote it.
    public enum Source {
        /// A language model.
        MODEL,
        /// Plain rules, because no model answered.
        FALLBACK
    }

    public Summary {
        Texts.requireWords(text, "a summary");
        highlights = List.copyOf(highlights);
    }

    /// A summary without mood and highlights.
    public Summary(String text, String topic, Source source) {
        this(text, topic, "", List.of(), source);
    }
}
