package io.partyline.carrier.diary;

import java.util.List;

/// Something that was waited for did not happen in time. The message says what did.
public final class NotSeenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotSeenException(String wanted, List<?> seen) {
        super("Waited in vain for " + wanted + ". Seen last: " + seen);
    }
}
