package io.partyline.port;

import io.partyline.show.CallId;
import java.util.List;
import java.util.Optional;

/// The telephone network's answering machine: what callers said after the beep while the lines were
/// closed. It keeps a recording until it is told to erase it.
///
/// All methods may block for as long as the network takes, at most some seconds, and throw a
/// [TelephonyException] with a sentence for the host if it cannot be reached or will not; with a
/// pause if it is only too busy. Implementations are safe for use by many threads at once.
public interface AnsweringMachine {
    /// The longest recording that is fetched, in bytes: ten minutes of a telephone in 16 bits, and
    /// as much again.
    int LARGEST = 20 * 1024 * 1024;

    /// What was recorded of a call, the oldest first; nothing if the caller said nothing, or hung
    /// up before the beep. A recording may appear some seconds after its call has ended.
    List<Recorded> recorded(CallId call);

    /// The whole of a recording, as a WAV file; empty if the network has no sound of it, which may
    /// be so for a moment although it is listed.
    Optional<byte[]> fetch(String recording);

    /// Erases a recording for good. One that has gone already is not an error.
    void erase(String recording);

    /// A recording.
    ///
    /// @param finished whether it is complete
    record Recorded(String id, boolean finished) {}
}
