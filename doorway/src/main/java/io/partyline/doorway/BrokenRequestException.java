package io.partyline.doorway;

/// What came is no request that is looked at here. It says nothing of what the stranger wrote.
final class BrokenRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /// @param sentence for whoever sent it
    BrokenRequestException(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    static BrokenRequestException bad(String sentence) {
        return new BrokenRequestException(400, sentence);
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
