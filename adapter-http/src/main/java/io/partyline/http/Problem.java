package io.partyline.http;

import io.partyline.show.Reason;
import org.jspecify.annotations.Nullable;

/// An answer other than the one that was hoped for: a status and a sentence that a host
/// understands.
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /// @param status an HTTP status from 400
    Problem(int status, String detail) {
        this(status, detail, null);
    }

    Problem(int status, String detail, @Nullable Throwable cause) {
        super(detail, cause, false, false);
        this.status = status;
    }

    /// The show said no.
    Problem(Reason reason) {
        this(status(reason), reason.sentence());
    }

    int status() {
        return status;
    }

    Body body() {
        return new Body(status, String.valueOf(getMessage()));
    }

    /// The form in which every error leaves the door.
    record Body(int status, String detail) {}

    private static int status(Reason reason) {
        return switch (reason) {
            case NO_SUCH_CALL,
                    NOT_WAITING,
                    NOBODY_WAITING,
                    NO_SUCH_PERSONA,
                    NO_SUCH_PERSON,
                    NO_SUCH_TRACK,
                    NO_SUCH_SOUND,
                    NO_SUCH_MESSAGE,
                    NO_SUCH_SHOW ->
                    404;
            case NOBODY_ON_AIR, NO_AI_CALLER, NOTHING_SAID, NO_HISTORY -> 400;
            case NOT_ON_AIR,
                    SOMEBODY_ELSE_IS_NEXT,
                    HOST_IS_TALKING,
                    NOT_CONNECTED,
                    WHICH_CALLER,
                    NO_FREE_CHANNEL,
                    ALREADY_ON,
                    LOCKED,
                    NOTHING_TO_UNDO,
                    LINES_CLOSED,
                    LINES_FULL,
                    BANNED,
                    MUTED,
                    FLOOR_TAKEN,
                    NO_HAND,
                    TURN_OVER,
                    NOBODY_FREE,
                    NO_FOLLOW_UP,
                    NO_NUMBER,
                    NO_MUSIC,
                    NOTHING_NEXT,
                    ALL_CARTS_PLAYING,
                    NO_STREAM,
                    ALREADY_DONE,
                    STILL_IN_THE_SHOW,
                    STILL_NEEDED,
                    WRITTEN_MEANWHILE,
                    SHOW_CLOSED,
                    SHOW_OPEN ->
                    409;
        };
    }
}
