package io.partyline.carrier.plan;

/// How often a media frame on its way to the show meets with each misfortune. Chances are from 0 to
/// 1.
///
/// Frames are numbered first, so a lost one leaves a gap in `chunk` and `timestamp`, as in life.
///
/// @param lose it never leaves
/// @param repeat it leaves twice
/// @param swap it leaves after its successor
/// @param stall it and everything behind it leave `stallFrames` ticks later, in a burst
/// @param stallFrames length of a stall, in frames of 20 ms
public record FrameFaults(double lose, double repeat, double swap, double stall, int stallFrames) {
    /// A perfect line.
    public static final FrameFaults NONE = new FrameFaults(0, 0, 0, 0, 0);
}
