package io.partyline.whisper;

import org.jspecify.annotations.Nullable;

/// A clip could not be recognised. The message is a sentence for the host.
final class RecogniserException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String sentence;

    RecogniserException(String sentence) {
        this(sentence, null);
    }

    RecogniserException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
