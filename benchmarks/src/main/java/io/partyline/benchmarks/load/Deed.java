package io.partyline.benchmarks.load;

import java.util.Locale;

/// What is done at the desk; the last is the caller's own.
enum Deed {
    TAKE,
    TAKE_NEXT,
    HOLD,
    MUTE,
    UNMUTE,
    LOCK,
    UNLOCK,
    TALKBACK_START,
    TALKBACK_STOP,
    DROP,
    UNDO,
    HANG_UP,
    LEAVE;

    boolean takes() {
        return this == TAKE || this == TAKE_NEXT;
    }

    /// Where the studio door is asked to do it.
    String path(String call) {
        return switch (this) {
            case TAKE, DROP -> "/api/queue/" + word() + "/" + call;
            case TAKE_NEXT -> "/api/queue/take-next";
            case HANG_UP -> "/api/hangup/real";
            case LEAVE -> throw new IllegalStateException("Nobody asks the door for that.");
            case HOLD, MUTE, UNMUTE, LOCK, UNLOCK, TALKBACK_START, TALKBACK_STOP, UNDO ->
                    "/api/calls/" + call + "/" + word();
        };
    }

    /// What the question holds.
    String body(String call) {
        return this == HANG_UP ? "{\"call_sid\":\"%s\"}".formatted(call) : "{}";
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
