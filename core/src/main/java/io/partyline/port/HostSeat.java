package io.partyline.port;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.show.ShowId;
import java.util.Optional;

/// Where the host sits: a microphone in, headphones out. A producer's is of the same kind.
///
/// What is behind it may be missing, come late, go and come back, and have a clock of its own: all
/// that is the seat's business, on threads of its own, and a difference of the clocks is made up
/// for there. The show reads and writes one frame a tick, and notices nothing.
///
/// [#microphone] and [#monitor] are for one thread at a time, the clock's; the rest is safe for use
/// by many.
public interface HostSeat extends AutoCloseable {
    /// A show without a host's voice and ears.
    static HostSeat none() {
        return new NoSeat();
    }

    /// Whether the show is run without any.
    default boolean isOff() {
        return false;
    }

    /// A few words that the host recognises the seat by.
    String name();

    /// What is wrong with it now, in a sentence for the host; empty if all of it works.
    Optional<String> trouble();

    /// Begins to connect. Returns within a few seconds, connected or not, and throws nothing
    /// because of a device. To be called once, before the first tick.
    void open();

    /// What the host says, read once a tick; silence while there is nothing. Real-time: it never
    /// waits.
    FrameSource microphone();

    /// Says where in a show the frame lies that [#microphone] is asked for next: a seat whose host
    /// keeps a recording of their own needs to know. Real-time: it never waits.
    ///
    /// @param position of its first sample, at 48 kHz from show zero
    default void next(ShowId show, long position) {}

    /// What the host hears, written once a tick, and lost while nobody listens. Real-time: it never
    /// waits.
    FrameSink monitor();

    /// Gives everything back, after the last tick. Closing twice, or a seat that was never opened,
    /// is not an error.
    @Override
    void close();
}
