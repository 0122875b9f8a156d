package io.partyline.audio;

/// Changes sound on its way, a frame at a time.
///
/// Real-time: must not allocate, lock, log, sleep, or touch the disk or the network.
@FunctionalInterface
public interface FrameEffect {
    /// Changes a frame of [Frames#SAMPLES] in place.
    void work(float[] frame);
}
