package io.partyline.doorway;

/// Whoever was sending has gone, in the middle of it.
final class GoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GoneException() {
        super(null, null, false, false);
    }
}
