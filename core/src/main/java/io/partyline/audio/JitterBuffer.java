package io.partyline.audio;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// Evens out what the network delivers: one thread writes runs of samples whenever they arrive, the audio
/// thread takes a frame a tick.
///
/// It starts once 60 ms lie ready. Should it run dry, it fades out and starts again as at first. Should
/// more than 200 ms lie ready, the oldest are skipped under a short crossfade, since what waits is delay.
/// Between the two, a difference between the caller's clock and ours is made up for by reading very
/// slightly faster or slower: half a percent at most, which nobody hears.
///
/// Reading is real-time and does not allocate.
public final class JitterBuffer implements FrameSource {
    /// What lies ready when it starts, and what it steers for: 60 ms.
    static final int TARGET = 3 * Frames.SAMPLES;

    /// More than this is never kept: 200 ms.
    static final int CEILING = 10 * Frames.SAMPLES;

    private static final int CAPACITY = 1 << 16;
    private static final int MASK = CAPACITY - 1;

    /// Every change of what is heard takes 5 ms.
    private static final int FADE = 240;

    /// Differences that need no correction: one frame, since arrivals come in frames.
    private static final double SLACK = Frames.SAMPLES;

    /// The depth is averaged over about two seconds.
    private static final double SMOOTH = 0.01;
    private static final double MOST_CORRECTION = 0.005;

    private final float[] ring = new float[CAPACITY];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final Counter underruns = new Counter();
    private final Counter overflows = new Counter();
    private final Counter lost = new Counter();
    private boolean playing;
    private boolean fadeIn;
    private double position;
    private double depth = TARGET;
    private volatile double correction;

    /// An empty buffer.
    public JitterBuffer() {}

    /// Adds samples at 48 kHz. Never blocks; what finds no room is dropped and counted.
    public void write(float[] samples, int offset, int length) {
        long end = written.getPlain();
        int room = CAPACITY - (int) (end - taken.getAcquire());
        int count = Math.min(length, room);
        for (int i = 0; i < count; i++) {
            ring[(int) (end + i) & MASK] = samples[offset + i];
        }
        lost.add(length - count);
        written.setRelease(end + count);
    }

    @Override
    public boolean read(float[] frame) {
        int ready = (int) (written.getAcquire() - taken.getPlain());
        if (!playing && ready < TARGET) {
            Arrays.fill(frame, 0, Frames.SAMPLES, 0);
            return false;
        }
        start(ready);
        if (ready > CEILING) {
            skip(ready, frame);
            return true;
        }
        steer(ready);
        play(ready, frame);
        return true;
    }

    /// How often it ran dry.
    public long underruns() {
        return underruns.value();
    }

    /// How often delay was thrown away.
    public long overflows() {
        return overflows.value();
    }

    /// Samples that found no room.
    public long lost() {
        return lost.value();
    }

    /// Milliseconds that lie ready.
    public int depthMs() {
        return (int) ((written.getAcquire() - taken.getAcquire()) * 1_000 / Frames.RATE);
    }

    /// By how much it reads faster than it is written for, in parts per million.
    public int correctionPpm() {
        return (int) (correction * 1_000_000);
    }

    private void start(int ready) {
        if (!playing) {
            playing = true;
            fadeIn = true;
            depth = Math.min(ready, CEILING);
            position = 0;
        }
    }

    /// The further the average depth is off, the faster it is brought back.
    private void steer(int ready) {
        depth += SMOOTH * (ready - depth);
        double off = depth - TARGET;
        double beyond = Math.abs(off) <= SLACK ? 0 : off - Math.copySign(SLACK, off);
        correction =
                Math.clamp(beyond / (4.0 * Frames.RATE), -MOST_CORRECTION, MOST_CORRECTION);
    }

    private void play(int ready, float[] frame) {
        long from = taken.getPlain();
        double step = 1 + correction;
        int needed = (int) (position + (Frames.SAMPLES - 1) * step) + 3;
        if (needed > ready) {
            runDry(ready, from, frame);
            return;
        }
        for (int i = 0; i < Frames.SAMPLES; i++) {
            frame[i] = between(from, position + i * step);
        }
        if (fadeIn) {
            fadeIn(frame);
        }
        double end = position + Frames.SAMPLES * step;
        taken.setRelease(from + (long) end);
        position = end - (long) end;
    }

    /// A cubic through four neighbours: telephone sound fills a sixth of the band, where the error of a
    /// cubic is below that of µ-law.
    private float between(long from, double place) {
        int whole = (int) place;
        float part = (float) (place - whole);
        float b = ring[(int) (from + whole) & MASK];
        if (part == 0) {
            return b;
        }
        float a = ring[(int) (from + whole - 1) & MASK];
        float c = ring[(int) (from + whole + 1) & MASK];
        float d = ring[(int) (from + whole + 2) & MASK];
        float slope = c - a;
        float bend = 2 * a - 5 * b + 4 * c - d;
        float twist = 3 * (b - c) + d - a;
        return b + 0.5f * part * (slope + part * (bend + part * twist));
    }

    private void runDry(int ready, long from, float[] frame) {
        int count = Math.min(ready, Frames.SAMPLES);
        int fade = Math.min(FADE, count);
        for (int i = 0; i < count; i++) {
            float gain = i < count - fade ? 1 : (float) (count - i) / fade;
            frame[i] = ring[(int) (from + i) & MASK] * gain;
        }
        Arrays.fill(frame, count, Frames.SAMPLES, 0);
        taken.setRelease(from + count);
        playing = false;
        underruns.add(1);
    }

    /// Plays on, and slides to the newest [#TARGET] samples within 5 ms.
    private void skip(int ready, float[] frame) {
        long old = taken.getPlain();
        long fresh = old + ready - TARGET;
        for (int i = 0; i < Frames.SAMPLES; i++) {
            float share = i >= FADE ? 1 : (float) i / FADE;
            float before = ring[(int) (old + i) & MASK];
            frame[i] = before * (1 - share) + ring[(int) (fresh + i) & MASK] * share;
        }
        taken.setRelease(fresh + Frames.SAMPLES);
        position = 0;
        depth = TARGET;
        overflows.add(1);
    }

    private void fadeIn(float[] frame) {
        for (int i = 0; i < FADE; i++) {
            frame[i] *= (float) i / FADE;
        }
        fadeIn = false;
    }
}
