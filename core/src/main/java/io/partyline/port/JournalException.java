package io.partyline.port;

/// The journal could not be written or read.
///
/// The message is a sentence for the host and holds no secret and no number.
public sealed class JournalException extends RuntimeException permits StaleLeaseException {
    private static final long serialVersionUID = 1L;

    public JournalException(String sentence) {
        super(sentence);
    }

    public JournalException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
