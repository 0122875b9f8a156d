package io.partyline.port;

/// Called once every 20 ms on the card's own thread.
///
/// Real-time: must not allocate, lock, log, sleep, or touch the disk or the network.
@FunctionalInterface
public interface Ticking {
    /// Turns the mixer once.
    ///
    /// @param microphone 960 mono samples at 48 kHz, -1 to 1
    /// @param channels one frame of 960 samples for each console channel, to be overwritten; index
    ///   0 is channel 1
    /// @param monitor what the host hears, 960 samples, to be overwritten
    void tick(float[] microphone, float[][] channels, float[] monitor);
}
