package io.partyline.port;

/// A recording could not be written. The show goes on without it.
///
/// The message is a sentence for the host and holds no secret and no number.
public final class StemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StemException(String sentence) {
        super(sentence);
    }

    public StemException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
