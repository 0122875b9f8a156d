package io.partyline.http;

import io.partyline.show.CallRecord;
import io.partyline.show.ShowId;
import java.time.Duration;
import java.util.OptionalInt;

/// What is recorded of the show that is running, and what comes later to the recording of any. Safe
/// for use by many threads.
@FunctionalInterface
public interface RecordedShow {
    /// What the recorder has to tell.
    RecordingInfo info();

    /// Makes a cart of the end of the program, as it is recorded, without what was dumped and what
    /// a caller asked to keep off the air. Waits for the disk.
    ///
    /// @param last how much of it; less if there is less
    /// @throws java.io.UncheckedIOException with a sentence for the host, if it cannot be written
    default Clip clip(Duration last) {
        return Clip.nothing();
    }

    /// The same of one stretch of an ended call on the air.
    ///
    /// @param visit which of them, from 1
    default Clip clip(CallRecord call, int visit) {
        return Clip.nothing();
    }

    /// Keeps a slice of the host's own recording, which their page has made of the microphone. It
    /// is on the disk when this returns, and may come again. Waits for the disk.
    ///
    /// @param at the show position of its first sample
    /// @param samples mono at 48 kHz, -1 to 1
    /// @return how many of them lie within the show; empty if there is no recording of it
    /// @throws io.partyline.port.StemException with a sentence for the host, if it cannot be
    ///   written
    default OptionalInt keep(ShowId show, long at, float[] samples) {
        return OptionalInt.empty();
    }
}
