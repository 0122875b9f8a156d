package io.partyline.carrier.diary;

/// Why a call ended, and what the carrier calls that in `CallStatus`.
public enum Ending {
    /// The caller put the phone down.
    CALLER_HUNG_UP("completed"),
    /// A document said `<Hangup>`.
    HANGUP_VERB("completed"),
    /// The REST desk was told to complete the call.
    COMPLETED_BY_REST("completed"),
    /// The last verb was done and nothing followed.
    DOCUMENT_RAN_OUT("completed"),
    /// `<Reject>`: the phone was never answered.
    REJECTED("no-answer"),
    /// `<Reject reason="busy">`.
    BUSY("busy"),
    /// A document could not be had, read or run; the caller heard the carrier's apology.
    APPLICATION_ERROR("failed"),
    /// The carrier itself closed.
    CARRIER_CLOSED("failed");

    private final String status;

    Ending(String status) {
        this.status = status;
    }

    /// The word for it on the wire.
    public String status() {
        return status;
    }

    /// The word for it on the wire if the phone had not been answered: a call that would have been
    /// completed was never taken.
    public String unanswered() {
        return status.equals("completed") ? "no-answer" : status;
    }
}
