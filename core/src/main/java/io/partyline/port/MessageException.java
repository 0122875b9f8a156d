package io.partyline.port;

/// A message of a caller could not be written or read.
///
/// The message of this exception is a sentence for the host and holds no secret and no number.
public final class MessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MessageException(String sentence) {
        super(sentence);
    }

    public MessageException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
