package io.partyline.port;

/// What a whole show goes by: one tick every 20 ms. It follows no device; a device whose clock
/// differs makes up for that at its own end.
public interface ShowClock extends AutoCloseable {
    /// Starts calling `ticking` every 20 ms, by absolute time, on one thread named `audio`, until
    /// closed. Late ticks are made up for at once, up to a second of them. To be called once.
    ///
    /// A tick that throws is counted, and the next one comes all the same.
    void start(Ticking ticking);

    /// Tells the clock that the calling thread keeps its pace from here on: whatever is done for the
    /// clock's own thread, so that it runs in time, is done for this one as well. For each such
    /// thread to call once, as it starts.
    default void joined() {}

    /// Ticks that threw, which none should. Any thread may ask.
    long faults();

    /// Stops ticking; returns when the last tick is over. Closing twice, or a clock that was never
    /// started, is not an error.
    @Override
    void close();
}
