package io.partyline.port;

/// A language model did not answer: out of reach, too slow, refused, or out of order.
///
/// The message is a sentence for the host and holds no secret and no number.
public final class LanguageModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LanguageModelException(String sentence) {
        super(sentence);
    }

    public LanguageModelException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
