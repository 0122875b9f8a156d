package io.partyline.benchmarks.load;

/// What one window of measuring has shown.
///
/// @param lines streams that there were
/// @param open streams that were open to the end
/// @param audio the share of the audio that came, from 0 to 1
/// @param pace how far from its own stream's grid each message came
/// @param heard who heard whom
/// @param gaps how often a player with 60 ms in hand would have run dry
/// @param cores of processor time that the server had
/// @param frames that came
/// @param seconds that the window was long
/// @param residentKb the server's memory at the end; 0 if unknown
/// @param late how late the load itself sent
/// @param others cores of processor time that went to others on this computer
record Outcome(
        int lines,
        int open,
        double audio,
        Readings pace,
        Party.Heard heard,
        int gaps,
        double cores,
        double frames,
        double seconds,
        long residentKb,
        Readings late,
        double others) {

    /// Less audio than this, and callers have missed some.
    static final double ENOUGH_AUDIO = 0.995;

    /// Off the grid by more than this, and a carrier's buffer notices.
    static final double LATEST_PACE_MS = 5;

    /// Whether every call was held as it should be.
    boolean held() {
        return open == lines
                && audio >= ENOUGH_AUDIO
                && pace.atMs(0.99) < LATEST_PACE_MS
                && gaps == 0;
    }

    /// Whether the load was quick enough to say anything.
    boolean trustworthy() {
        return late.atMs(0.99) < LATEST_PACE_MS;
    }

    /// Processor time for each frame out and in, in microseconds.
    double microsPerFrame() {
        return cores * seconds * 1e6 / Math.max(1, frames);
    }

    /// Processor time for each frame beyond that of a quieter window, in microseconds.
    double microsBeyond(Outcome quieter) {
        double moreFrames = frames / seconds - quieter.frames / quieter.seconds;
        return moreFrames < 1 ? Double.NaN : (cores - quieter.cores) * 1e6 / moreFrames;
    }

    /// Processor time for each frame of callers who were lifted on the air between two windows of
    /// the same lines, in microseconds.
    double microsAired(Outcome held, Outcome idle, int onAir) {
        double each = frames / seconds / Math.max(1, lines);
        return held.microsBeyond(idle) + (cores - held.cores) * 1e6 / (each * Math.max(1, onAir));
    }
}
