package io.partyline.port;

/// A voice could not be had.
///
/// The message is a sentence for the host and holds no secret and no number.
public final class SpeechException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SpeechException(String sentence) {
        super(sentence);
    }

    public SpeechException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
