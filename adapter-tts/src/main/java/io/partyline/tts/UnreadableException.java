package io.partyline.tts;

/// The bytes are not sound, or of a kind that cannot be read. The message says what they are
/// instead: "a web page".
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String what) {
        super(what);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
