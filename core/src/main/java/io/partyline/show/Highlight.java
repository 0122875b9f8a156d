package io.partyline.show;

/// A place in a call that matters.
///
/// @param atSample where in the show, in samples at 48 kHz from show zero
/// @param what a few words for what happens there
public record Highlight(long atSample, String what) {
    public Highlight {
        Texts.requireWords(what, "what happens at a highlight");
    }
}
