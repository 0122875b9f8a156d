package io.partyline.studio.sound;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.buffer.FrameQueue;
import io.partyline.audio.level.Ramp;
import java.util.concurrent.atomic.AtomicLong;

/// The way of an AI voice into the mix: one thread writes speech ahead of time, the audio thread
/// takes a frame a tick, and everybody can see how much of it has been heard.
///
/// A cut fades what is on its way within 150 ms and throws the rest away, also what was on its way
/// to the line: whoever speaks has a pass, which is worth nothing from the next cut on.
public final class VoiceLine implements FrameSource {
    /// Speech that may lie ready: 200 ms, so that a stop is quick and a busy machine is not heard.
    private static final int AHEAD = 10;

    /// A voice that a person speaks over is 12 dB lower.
    private static final float DUCKED = 0.25f;

    /// Frames over which a cut voice fades: the time in which an AI caller yields.
    private static final int FADE = 7;

    private final FrameQueue queue = new FrameQueue(AHEAD);

    /// Of each frame in the queue; with more places than it holds frames.
    private final long[] passes = new long[2 * AHEAD];

    private final AtomicLong heard = new AtomicLong();
    private final AtomicLong written = new AtomicLong();

    /// Frames that a cut has thrown away.
    private final AtomicLong lost = new AtomicLong();

    /// Cuts that were begun.
    private final AtomicLong cuts = new AtomicLong();

    /// Of these, those that have been carried out.
    private volatile long carriedOut;

    private volatile long lastPass;
    private volatile boolean gone;
    private volatile long heardAtCut;
    private volatile boolean ducked;

    // The audio thread's own.
    private int fading;
    private long taken;
    private float gain = 1;

    /// Frames of speech that have been in the mix since the beginning.
    public long heard() {
        return heard.getAcquire();
    }

    public boolean full() {
        return queue.size() >= AHEAD;
    }

    /// Frames that lie ready.
    public int ready() {
        return queue.size();
    }

    /// What lets somebody speak until the next cut.
    public long pass() {
        return cuts.get();
    }

    /// Adds a frame; only while not [#full].
    ///
    /// @param pass of whoever speaks: nothing is heard of them if there has been a cut since
    public void write(float[] frame, long pass) {
        passes[(int) (written.getPlain() % passes.length)] = pass;
        lastPass = pass;
        queue.write(frame);
        written.lazySet(written.getPlain() + 1);
    }

    /// What [#heard] will be when the frame that is written next is about to be heard. For the
    /// thread that writes, while the line is not [#cutting].
    public long next() {
        return written.getPlain() - lost.getAcquire();
    }

    /// Lower from the next frame on, or as loud as before.
    public void duck(boolean lower) {
        ducked = lower;
    }

    /// Falls silent soon; one that has left the mix is silent.
    public void cut() {
        cuts.incrementAndGet();
    }

    /// It has left the mix: nothing more of it is heard, and a cut is over.
    void leave() {
        heardAtCut = heard.getAcquire();
        gone = true;
    }

    /// Whether a cut is still being carried out, or something lies ready that came behind it.
    public boolean cutting() {
        long begun = cuts.get();
        return !gone && (carriedOut != begun || (lastPass != begun && ready() > 0));
    }

    /// What [#heard] was when the last cut had been carried out: somebody else may have spoken
    /// since.
    public long heardAtCut() {
        return heardAtCut;
    }

    @Override
    public boolean read(float[] frame) {
        boolean some = queue.read(frame);
        long cut = cuts.get();
        boolean late = some && passes[(int) (taken++ % passes.length)] != cut;
        level(frame);
        if (cut != carriedOut) {
            fade(frame, some, cut);
        } else if (late) {
            Frames.silence(frame);
            count(lost);
            return true;
        }
        if (some) {
            count(fading < FADE ? heard : lost);
        }
        return some;
    }

    private static void count(AtomicLong frames) {
        frames.setRelease(frames.getPlain() + 1);
    }

    /// Audio thread only.
    private void level(float[] frame) {
        float wanted = ducked ? DUCKED : 1;
        if (gain == 1 && wanted == 1) {
            return;
        }
        Ramp.apply(frame, gain, wanted);
        gain = wanted;
    }

    /// Audio thread only: lowers the voice frame by frame, then empties the queue and is ready
    /// again.
    private void fade(float[] frame, boolean some, long cut) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            float done = fading + (float) i / Frames.SAMPLES;
            frame[i] *= Math.max(0, 1 - done / FADE);
        }
        fading = Math.min(FADE, fading + 1);
        if (!some) {
            fading = 0;
            heardAtCut = heard.getPlain();
            carriedOut = cut;
        }
    }
}
