package io.partyline.port;

import io.partyline.audio.loudness.Loudness;
import io.partyline.show.CallerSound;

/// How a show sounds, for whoever sits at the desk.
///
/// Safe for use by many threads at once; waits for nothing.
public interface Listening {
    /// How loud the program is at this moment, and has been since the show began, or went on after
    /// a restart. A show that is over keeps what it had come to until the next begins.
    Loudness loudness();

    /// What is done to callers' voices unless the host says otherwise of one of them.
    CallerSound callers();
}
