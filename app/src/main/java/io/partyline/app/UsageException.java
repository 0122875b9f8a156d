package io.partyline.app;

/// The command line makes no sense. The message says what is wrong with it.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
