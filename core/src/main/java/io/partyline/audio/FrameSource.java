package io.partyline.audio;

/// Where sound comes from, a frame at a time.
///
/// Real-time: reading must not allocate, lock, log, sleep, or touch the disk or the network.
@FunctionalInterface
public interface FrameSource {
    /// Fills a frame of [Frames#SAMPLES]; with silence if there is nothing.
    ///
    /// @return whether there was anything
    boolean read(float[] frame);
}
