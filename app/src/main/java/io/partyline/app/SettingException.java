package io.partyline.app;

/// A setting is wrong. The message names it, says what is wrong, and what would be right.
final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingException(String sentence) {
        super(sentence);
    }
}
