package io.partyline.rehearsal.carrier;

/// The show's document cannot be had, read or run: what the carrier calls an application error.
final class ApplicationErrorException extends CarrierErrorException {
    private static final long serialVersionUID = 1L;

    ApplicationErrorException(int code, String reason) {
        super(code, reason);
    }
}
