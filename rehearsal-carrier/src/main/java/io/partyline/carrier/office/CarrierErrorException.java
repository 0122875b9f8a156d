package io.partyline.carrier.office;

/// Something that the carrier's debugger would show, with the carrier's own code.
public abstract class CarrierErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;

    public CarrierErrorException(int code, String reason) {
        super(code + ": " + reason);
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }
}
