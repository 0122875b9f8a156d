package io.partyline.rehearsal.carrier;

/// The show's document cannot be had, read or run: what the carrier calls an application error.
final class ApplicationErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    /// @param code the carrier's own error code
    ApplicationErrorException(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
