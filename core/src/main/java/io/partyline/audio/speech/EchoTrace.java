package io.partyline.audio.speech;

import java.util.concurrent.atomic.AtomicLong;

/// How loud what we send to a caller was, and what came back from them, frame by frame: the last
/// ten seconds.
///
/// The audio thread adds to it, one other thread looks at it. Adding is real-time: two stores.
public final class EchoTrace {
    /// A power of two, more than is ever looked at: what is read is not being overwritten.
    private static final int KEPT = 512;

    private final float[] sent = new float[KEPT];
    private final float[] came = new float[KEPT];
    private final AtomicLong written = new AtomicLong();

    /// Nothing has been heard.
    public EchoTrace() {}

    /// Adds a frame.
    ///
    /// @param sentRms the root of the mean square of what was sent
    /// @param cameRms the same of what came in the same tick
    public void add(float sentRms, float cameRms) {
        long next = written.getPlain();
        int place = (int) (next & (KEPT - 1));
        sent[place] = sentRms;
        came[place] = cameRms;
        written.setRelease(next + 1);
    }

    /// Copies the latest frames, the oldest first.
    ///
    /// @param sentRms as many as are wanted, up to 400
    /// @return false if there are not so many yet
    boolean latest(float[] sentRms, float[] cameRms) {
        long end = written.getAcquire();
        long from = end - sentRms.length;
        if (from < 0) {
            return false;
        }
        for (int i = 0; i < sentRms.length; i++) {
            int place = (int) ((from + i) & (KEPT - 1));
            sentRms[i] = sent[place];
            cameRms[i] = came[place];
        }
        return true;
    }
}
