package io.partyline.exports;

/// A stretch of a show that nobody is to hear who was not there.
///
/// @param from its first sample, at 48 kHz from show zero
/// @param to the sample after its last
record LeftOut(long from, long to) {
    LeftOut {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no stretch: %d to %d".formatted(from, to));
        }
    }
}
