package io.partyline.http;

import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What can be done to one call by its name in the address.
enum CallVerb {
    HOLD("held"),
    LET_GO("leaving"),
    UNDO("held"),
    LOCK("locked"),
    UNLOCK("unlocked"),
    MUTE("muted"),
    UNMUTE("unmuted"),
    TALKBACK_START("talkback_on"),
    TALKBACK_STOP("talkback_off"),
    SCREEN("asking"),
    BAN("banned");

    private final String done;

    CallVerb(String done) {
        this.done = done;
    }

    /// What is so afterwards; of an undo, where the show does not know better.
    String done() {
        return done;
    }

    CallCommand of(CallId call) {
        return switch (this) {
            case HOLD -> new CallCommand.Hold(call);
            case LET_GO -> new CallCommand.LetGo(call);
            case UNDO -> new CallCommand.Undo(call);
            case LOCK, UNLOCK -> new CallCommand.SetLock(call, this == LOCK);
            case MUTE, UNMUTE -> new CallCommand.SetMute(call, this == MUTE);
            case TALKBACK_START, TALKBACK_STOP ->
                    new CallCommand.SetTalkback(call, this == TALKBACK_START);
            case SCREEN -> new CallCommand.Screen(call);
            case BAN -> new CallCommand.Ban(call);
        };
    }

    /// As it stands in an address.
    String word() {
        return ShowWords.of(this).replace('_', '-');
    }

    /// All of them, as they stand in an address.
    static String words() {
        return Arrays.stream(values()).map(CallVerb::word).collect(Collectors.joining(", "));
    }
}
