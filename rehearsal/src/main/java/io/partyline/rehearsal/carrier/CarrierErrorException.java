package io.partyline.rehearsal.carrier;

/// Something that the carrier's debugger would show, with the carrier's own code.
abstract sealed class CarrierErrorException extends RuntimeException
        permits ApplicationErrorException, StreamErrorException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;

    CarrierErrorException(int code, String reason) {
        super(code + ": " + reason);
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
