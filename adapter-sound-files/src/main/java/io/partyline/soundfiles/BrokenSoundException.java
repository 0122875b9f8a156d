package io.partyline.soundfiles;

import java.io.IOException;

/// A file is not what it should be. The message goes on where "cannot be played:" ends, without a
/// full stop.
final class BrokenSoundException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenSoundException(String what) {
        super(what);
    }

    BrokenSoundException(String what, Throwable cause) {
        super(what, cause);
    }
}
