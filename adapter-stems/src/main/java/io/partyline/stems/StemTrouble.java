package io.partyline.stems;

import io.partyline.files.DiskTrouble;
import io.partyline.port.StemException;
import java.io.IOException;

/// What a host is told when a stem cannot be written.
final class StemTrouble {
    private StemTrouble() {}

    /// The recording has come to an end.
    static StemException of(IOException cause) {
        return new StemException(
                "The recording has stopped: " + DiskTrouble.why(cause) + " The show goes on.",
                cause);
    }
}
