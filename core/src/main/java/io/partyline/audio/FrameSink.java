package io.partyline.audio;

/// Where sound goes, a frame at a time.
///
/// Real-time: writing must not allocate, lock, log, sleep, or touch the disk or the network. A full
/// sink loses a frame and counts it.
@FunctionalInterface
public interface FrameSink {
    /// Takes a copy of a frame of [Frames#SAMPLES].
    void write(float[] frame);
}
