package io.partyline.doorway;

/// A WebSocket breaks the rules of RFC 6455.
final class BrokenFrameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// The close codes that the standard has for it.
    static final int PROTOCOL = 1002;

    static final int NOT_UTF_8 = 1007;
    static final int TOO_BIG = 1009;

    private final int code;

    BrokenFrameException(int code) {
        super(null, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
