package io.partyline.port;

/// The telephone network could not be reached, or would not do what was asked.
///
/// The message is a sentence for the host and holds no secret and no number.
public final class TelephonyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TelephonyException(String sentence) {
        super(sentence);
    }

    public TelephonyException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
