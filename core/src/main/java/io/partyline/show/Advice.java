package io.partyline.show;

/// What came of asking whether an AI caller should speak now.
///
/// @param gist what they would say, in six words or so; empty if nothing
public record Advice(Kind kind, String gist) {
    /// The longest gist that is shown, in characters.
    public static final int LONGEST = 80;

    /// What it says, and who says it.
    public enum Kind {
        /// The model would have them speak.
        SPEAK,
        /// The model would have them stay silent.
        WAIT,
        /// The model gave no answer in time, or none that could be understood.
        NONE,
        /// There is no model, and what was said is near to their own story.
        OWN_STORY,
        /// There is no model, and nothing speaks for it.
        NOTHING
    }

    public Advice {
        if (gist.length() > LONGEST) {
            throw new IllegalArgumentException("a gist has few words");
        }
    }
}
