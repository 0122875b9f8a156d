package io.partyline.port;

/// Microphone, headphones and console channels, and the clock that the whole show runs on.
public interface SoundCard extends AutoCloseable {
    /// A few words that the host recognises the card by.
    String name();

    /// Starts calling `ticking` every 20 ms on a thread of the card's own, until closed. To be
    /// called once.
    ///
    /// @param channels number of console channels
    void start(int channels, Ticking ticking);

    /// Stops ticking; returns when the last tick is over. Closing twice is not an error.
    @Override
    void close();
}
