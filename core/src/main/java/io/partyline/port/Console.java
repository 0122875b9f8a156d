package io.partyline.port;

import java.util.Optional;

/// The console channels, each source on one of its own, as a mixing desk or a recorder outside
/// takes them.
///
/// Like a [HostSeat] it looks after what is behind it by itself, and makes up for a clock that
/// differs, in all channels alike: they stay in step to the sample. [#play] is for one thread at a
/// time, the clock's; the rest is safe for use by many.
public interface Console extends AutoCloseable {
    /// A show without console channels.
    static Console none() {
        return new NoConsole();
    }

    /// Whether the show is run without any.
    boolean off();

    /// A few words that the host recognises it by.
    String name();

    /// What is wrong with it now, in a sentence for the host; empty if it works, or is [#off].
    Optional<String> trouble();

    /// Begins to connect. Returns within a few seconds, connected or not, and throws nothing
    /// because of a device. To be called once, before the first tick.
    ///
    /// @param channels how many there are
    void open(int channels);

    /// Takes a copy of 20 ms of all channels, once a tick; lost while nothing is connected.
    /// Real-time: it never waits, allocates, locks or logs.
    ///
    /// @param channels one frame of 960 samples each at 48 kHz, -1 to 1; index 0 is channel 1
    void play(float[][] channels);

    /// Gives everything back, after the last tick. Closing twice, or a console that was never
    /// opened, is not an error.
    @Override
    void close();
}
