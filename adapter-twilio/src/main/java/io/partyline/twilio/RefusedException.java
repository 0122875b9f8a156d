package io.partyline.twilio;

import io.helidon.http.Status;

/// A request that the phone door does not take.
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Status status;

    RefusedException(Status status, String sentence) {
        super(sentence);
        this.status = status;
    }

    RefusedException(Status status, BadFormException cause) {
        super(cause.getMessage(), cause);
        this.status = status;
    }

    Status status() {
        return status;
    }
}
