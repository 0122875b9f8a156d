package io.partyline.audio.buffer;

import io.partyline.audio.Counter;
import io.partyline.audio.Frames;
import java.util.concurrent.atomic.AtomicLong;

/// Sound on its way from the show's clock to a device whose clock differs: one channel or many,
/// which stay in step to the sample.
///
/// As long as the two clocks agree to within a tick, what is read is what was written, to the bit.
/// Beyond that it is read very slightly faster or slower ([ClockDrift]), so that what lies ready
/// here and in the device together comes back to its target and stays there. Should more than 200
/// ms lie beyond it (the device stood still), the oldest are skipped under a short crossfade, since
/// what waits is delay.
///
/// One thread writes, one thread reads; neither waits, locks or allocates. What nobody reads is
/// overwritten.
public final class ElasticBuffer {
    /// Beyond the target, more than this is never kept: 200 ms.
    static final int MOST_BEYOND = 10 * Frames.SAMPLES;

    /// The clocks have drifted apart once the depth is off by more than a tick.
    private static final int SLACK = Frames.SAMPLES;

    private static final int CAPACITY = 1 << 15;
    private static final int MASK = CAPACITY - 1;

    /// What is older than this may be overwritten at any moment: half the capacity.
    private static final int STALE = CAPACITY / 2;

    /// Samples beyond a frame that may be needed to read one between two samples.
    private static final int MORE = 2 + Cubic.AHEAD;

    /// A skip is heard as a change over 5 ms.
    private static final int FADE = 240;

    private final float[][] rings;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final Counter skipped = new Counter();
    private final ClockDrift drift = new ClockDrift();
    private final Cubic cubic = new Cubic();
    private final float[] before = new float[Frames.SAMPLES];
    private boolean settled;
    private boolean drifted;

    /// Where between two samples the next one is.
    private double position;

    /// An empty buffer.
    public ElasticBuffer(int channels) {
        rings = new float[channels][CAPACITY];
    }

    /// Adds a frame of each channel, 960 samples at 48 kHz. Real-time.
    public void write(float[][] channels) {
        long end = written.getPlain();
        int at = (int) end & MASK;
        int first = Math.min(Frames.SAMPLES, CAPACITY - at);
        for (int i = 0; i < rings.length; i++) {
            System.arraycopy(channels[i], 0, rings[i], at, first);
            System.arraycopy(channels[i], first, rings[i], 0, Frames.SAMPLES - first);
        }
        written.setRelease(end + Frames.SAMPLES);
    }

    /// Whether a frame lies ready. For the thread that reads.
    public boolean ready() {
        long ready = written.getAcquire() - taken.getPlain();
        return ready >= (drifted ? mostForAFrame() : Frames.SAMPLES);
    }

    /// Samples that a frame may take, read at its fastest.
    private static int mostForAFrame() {
        return Frames.SAMPLES + MORE;
    }

    /// Forgets what lies ready: the reader begins anew, with the next frame that is written. For
    /// the thread that reads.
    public void clear() {
        taken.setRelease(written.getAcquire());
        position = 0;
        settle();
    }

    /// The depth has just been made right by other means, and is looked at anew. For the thread
    /// that reads.
    public void settle() {
        settled = false;
    }

    /// Reads a frame of each channel; only if one is [#ready].
    ///
    /// @param frames 960 samples each, to be overwritten
    /// @param inDevice samples at 48 kHz that the device has still to play
    /// @param target how many should lie ready, here and there together
    public void read(float[][] frames, int inDevice, int target) {
        int ready = (int) Math.min(CAPACITY, written.getAcquire() - taken.getPlain());
        int depth = ready + inDevice;
        if (depth > target + MOST_BEYOND || ready > STALE) {
            skip(Math.max(mostForAFrame(), target - inDevice), frames);
            drift.start(target);
            settled = true;
        } else {
            play(frames, step(depth, target));
        }
    }

    /// Exactly one, until the clocks have drifted apart. The frame at which that shows is read so
    /// slowly that the few samples lie ready which reading between two of them needs.
    private double step(int depth, int target) {
        if (!settled) {
            drift.start(depth);
            settled = true;
        }
        if (drifted) {
            return 1 + drift.correction(depth, target);
        }
        drift.follow(depth);
        drifted = Math.abs(drift.depth() - target) > SLACK;
        return drifted ? 1 - (double) MORE / Frames.SAMPLES : 1;
    }

    private void play(float[][] frames, double step) {
        long from = taken.getPlain();
        for (int i = 0; i < rings.length; i++) {
            read(rings[i], from, step, frames[i]);
        }
        double end = position + Frames.SAMPLES * step;
        taken.setRelease(from + (long) end);
        position = end - (long) end;
    }

    private void read(float[] ring, long from, double step, float[] frame) {
        if (step == 1 && position == 0) {
            int at = (int) from & MASK;
            int first = Math.min(Frames.SAMPLES, CAPACITY - at);
            System.arraycopy(ring, at, frame, 0, first);
            System.arraycopy(ring, 0, frame, first, Frames.SAMPLES - first);
        } else {
            cubic.read(ring, from, position, step, frame);
        }
    }

    /// Slides from what would come next to the newest `keep` samples.
    private void skip(int keep, float[][] frames) {
        long from = taken.getPlain();
        long end = written.getAcquire();
        long to = Math.max(from, end - keep);
        long old = end - from > STALE ? to : from;
        for (int i = 0; i < rings.length; i++) {
            cubic.read(rings[i], old, position, 1, before);
            read(rings[i], to, 1, frames[i]);
            for (int k = 0; k < FADE; k++) {
                float share = (float) k / FADE;
                frames[i][k] = before[k] * (1 - share) + frames[i][k] * share;
            }
        }
        taken.setRelease(to + Frames.SAMPLES);
        skipped.add(to - from);
    }

    /// Samples that were never heard, since the device stood still. Any thread may ask.
    public long skipped() {
        return skipped.value();
    }

    /// By how much it reads faster than it is written for, in parts per million; 0 while what is
    /// read is what was written. Any thread may ask.
    public int correctionPpm() {
        return drift.ppm();
    }
}
