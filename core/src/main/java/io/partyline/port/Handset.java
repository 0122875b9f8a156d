package io.partyline.port;

import io.partyline.audio.rate.PhoneFrame;

/// The network's end of one caller's audio path: what the caller is to hear goes in here.
public interface Handset {
    /// Plays the next 20 ms to the caller; called once a tick, by one thread at a time, whatever
    /// thread that is.
    ///
    /// May take as long as a socket takes. The studio does not wait: it goes on with the other
    /// callers, and this one gets nothing more until the call has returned.
    ///
    /// @param frame shared with other callers, so not to be changed
    /// @throws RuntimeException if the path is broken; the studio then takes it for lost
    void play(PhoneFrame frame);

    /// The show is done with this path: the adapter closes it, without keeping the studio waiting.
    /// Called once. A [#play] that has begun may still be under way, and none begins any more.
    void over();
}
