package io.partyline.twilio;

/// A message on a media stream that cannot be read.
final class BadMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadMessageException(String sentence) {
        super(sentence);
    }

    BadMessageException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
