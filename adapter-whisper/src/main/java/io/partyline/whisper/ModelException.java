package io.partyline.whisper;

import org.jspecify.annotations.Nullable;

/// A model could not be fetched or removed. The message is for the host, and says what to do.
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelException(String sentence) {
        super(sentence);
    }

    ModelException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
