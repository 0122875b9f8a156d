package io.partyline.benchmarks.load;

/// When one stream's audio came, beside when it would have come on an even clock. Owned by one
/// thread.
///
/// The grid is the stream's own: as much time after its first message as audio has come since then.
/// It is laid through the middle of all readings, so that one early or late first message does not
/// shift it.
final class Pace {
    private static final long NANOS_PER_SAMPLE = 125_000;

    /// What a player keeps in hand; when it has run dry, a caller hears a gap.
    private static final long IN_HAND_NANOS = 60_000_000;

    private final Readings offGrid = new Readings();
    private long firstNanos;
    private long audioNanos;
    private long dryAt;
    private int gaps;

    void arrived(long now, int samples) {
        long length = samples * NANOS_PER_SAMPLE;
        if (audioNanos == 0) {
            firstNanos = now;
            dryAt = now + IN_HAND_NANOS;
        }
        if (now > dryAt) {
            gaps++;
            dryAt = now;
        }
        offGrid.add((now - firstNanos - audioNanos) / 1000);
        audioNanos += length;
        dryAt += length;
    }

    /// How far from the grid each message came.
    Readings errors() {
        return offGrid.fromTheMiddle();
    }

    double audioMs() {
        return audioNanos / 1e6;
    }

    /// How often a player with 60 ms in hand would have run dry.
    int gaps() {
        return gaps;
    }
}
