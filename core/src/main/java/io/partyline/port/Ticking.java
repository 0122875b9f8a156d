package io.partyline.port;

/// Called once every 20 ms on the clock's own thread.
///
/// Real-time: must not allocate, lock, log, sleep, or touch the disk or the network.
@FunctionalInterface
public interface Ticking {
    /// Turns the mixer once.
    void tick();
}
