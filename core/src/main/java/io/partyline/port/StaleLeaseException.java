package io.partyline.port;

/// A show cannot be written any more by whoever tried to: somebody else has taken it. Trying again
/// does not help.
public final class StaleLeaseException extends JournalException {
    private static final long serialVersionUID = 1L;

    public StaleLeaseException() {
        super(
                "Another Partyline has gone on with this show: nothing more of it is written down"
                        + " by this one. Close one of the two.");
    }
}
