package io.partyline.carrier.twiml;

import io.partyline.carrier.office.CarrierErrorException;

/// The show's document cannot be had, read or run: what the carrier calls an application error.
public final class ApplicationErrorException extends CarrierErrorException {
    private static final long serialVersionUID = 1L;

    public ApplicationErrorException(int code, String reason) {
        super(code, reason);
    }
}
