package io.partyline.port;

import java.util.concurrent.locks.LockSupport;

/// What a whole show goes by: one tick every 20 ms. It follows no device; a device whose clock
/// differs makes up for that at its own end.
public interface ShowClock extends AutoCloseable {
    /// Starts calling `ticking` every 20 ms, by absolute time, on one thread named `audio`, until
    /// closed. Late ticks are made up for at once, up to a second of them. To be called once.
    ///
    /// A tick that throws is counted, and the next one comes all the same.
    void start(Ticking ticking);

    /// Tells the clock that the calling thread keeps its pace from here on: whatever is done for
    /// the clock's own thread, so that it runs in time, is done for this one as well. For each such
    /// thread to call once, as it starts.
    default void joined() {}

    /// Ticks that threw, which none should. Any thread may ask.
    long faults();

    /// Waits for so long, as time goes by on this clock, or less: until the next tick, until
    /// somebody unparks or interrupts the thread, or for no reason. For whoever looks at the sound
    /// from time to time, and never for the audio thread.
    ///
    /// This is what makes a clock that is turned by hand turn the whole show.
    default void pause(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    /// Stops ticking; returns when the last tick is over. Closing twice, or a clock that was never
    /// started, is not an error.
    @Override
    void close();
}
