package io.partyline.carrier.stream;

import java.io.IOException;

/// The show answered the WebSocket upgrade with something other than 101.
public final class HandshakeRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    HandshakeRefusedException(int status) {
        super("The show answered the WebSocket handshake with " + status + " instead of 101.");
        this.status = status;
    }

    /// The HTTP status; 0 if it was no HTTP at all.
    public int status() {
        return status;
    }
}
