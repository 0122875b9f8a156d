package io.partyline.whisper;

import org.jspecify.annotations.Nullable;

/// The child process is gone, or had to be ended.
final class ChildException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String deed;

    /// @param deed what it did, for the host: it goes behind "the speech recogniser"
    ChildException(String deed) {
        this(deed, null);
    }

    ChildException(String deed, @Nullable Throwable cause) {
        super(deed, cause);
        this.deed = deed;
    }

    String deed() {
        return deed;
    }

    /// There is no use in another try: the model file is no good.
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;
        private final String sentence;

        UnreadableException(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }
}
