package io.partyline.twilio;

/// A request body that is not a form, or not one that can be read in one way only.
final class BadFormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadFormException(String sentence) {
        super(sentence);
    }

    BadFormException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
